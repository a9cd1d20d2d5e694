package dev.touchstone.events.access;

/** Nobody can be known now: not the caller's fault, so no 401, which would make a client throw its key away. */
final class DirectoryAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DirectoryAway(Throwable cause) {
        super("The directory of keys and members does not answer", cause);
    }
}
