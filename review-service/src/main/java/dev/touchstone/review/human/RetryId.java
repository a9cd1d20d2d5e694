package dev.touchstone.review.human;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import dev.touchstone.review.StageAttempt;

/** The attempt that is given up. */
@Embeddable
record RetryId(@Column(name = "submission_id") UUID submissionId, @Column(name = "workflow_run_id") UUID workflowRunId,
        String stage, int attempt) implements Serializable {

    static RetryId of(UUID submissionId, StageAttempt attempt) {
        return new RetryId(submissionId, attempt.key().round(), attempt.key().stage().key(), attempt.key().attempt());
    }
}
