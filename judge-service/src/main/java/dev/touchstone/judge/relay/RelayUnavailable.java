package dev.touchstone.judge.relay;

import org.jspecify.annotations.Nullable;

/** The relay itself does not answer. That says nothing about the agent, so the attempt is tried again. */
public final class RelayUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RelayUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
