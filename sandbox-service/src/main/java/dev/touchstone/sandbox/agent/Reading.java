package dev.touchstone.sandbox.agent;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.FailureCode;

/** What an agent's answer means: it has said something, it is still at it, or neither. */
sealed interface Reading {

    record Text(String text, @Nullable String contextId) implements Reading {
    }

    /** A task that has not ended: ask again. */
    record Working(String taskId) implements Reading {
    }

    record Unusable(FailureCode code, String detail) implements Reading {
    }

    static Reading notUnderstood(String detail) {
        return new Unusable(FailureCode.NOT_UNDERSTOOD, detail);
    }
}
