package dev.touchstone.local.system;

import java.net.URI;

/** Where the runs are kept. */
public sealed interface Wandb {

    /** In the emulator that the launcher starts. */
    record Emulated() implements Wandb {
    }

    /** In offline run directories, as without an API key. */
    record Offline() implements Wandb {
    }

    /** In a server that somebody else runs: the real service, or one of one's own. */
    record Server(URI url, String apiKey) implements Wandb {
    }

    default boolean isEmulated() {
        return this instanceof Emulated;
    }
}
