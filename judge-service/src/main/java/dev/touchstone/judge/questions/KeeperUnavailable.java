package dev.touchstone.judge.questions;

import org.jspecify.annotations.Nullable;

/** The service that keeps a document does not answer now, which says nothing about the document and passes with time. */
public final class KeeperUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeeperUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
