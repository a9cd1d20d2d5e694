package dev.touchstone.judge.questions;

import org.jspecify.annotations.Nullable;

/** The card's keeper does not answer now; the attempt is tried again. */
public final class CardUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CardUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
