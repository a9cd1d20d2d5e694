package dev.touchstone.review.human;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import dev.touchstone.events.StageEvent;

/** One attempt of the human stage in one round: the unit that is decided once. */
@Embeddable
record EscalationId(@Column(name = "submission_id") UUID submissionId, @Column(name = "workflow_run_id") UUID workflowRunId,
        int attempt) implements Serializable {

    static EscalationId of(StageEvent request) {
        return new EscalationId(request.submissionId(), request.review().workflowRunId(), request.attempt());
    }
}
