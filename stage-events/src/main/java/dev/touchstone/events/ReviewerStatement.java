package dev.touchstone.events;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Said by review-service, for people and for the ledger, about any stage. It travels with the human stage's events, the
 * one topic for which review-service answers.
 */
@RegisterForReflection(registerFullHierarchy = true)
public sealed interface ReviewerStatement extends EventBody {

    /** A person asks for the stage, and all after it, again. The event's attempt is the one that is given up. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RetryRequested(String reason, @Nullable LlmSettings llmOverride) implements ReviewerStatement {
    }

    /** An entry did not reach the operator's external audit endpoint. */
    @RegisterForReflection
    record LedgerUploadFailed(long index, String reason, int attempts) implements ReviewerStatement {
    }

    /** An entry that had not reached the audit endpoint now has. */
    @RegisterForReflection
    record LedgerUploadRetrySucceeded(long index, int attempts) implements ReviewerStatement {
    }
}
