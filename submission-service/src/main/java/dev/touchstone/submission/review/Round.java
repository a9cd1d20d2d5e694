package dev.touchstone.submission.review;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/**
 * One pass of a submission through the stages. Only the last round of a review can be open.
 *
 * @param number from 1
 * @param workflowRunId by which events name the round
 * @param changedAt when the state last changed; of a round that ended, its end
 */
public record Round(int number, UUID workflowRunId, Opening opening, ReviewState state, Instant changedAt) {

    /**
     * How the round came to be.
     *
     * @param by the person who asked for it, null where it began with the submission
     */
    @Embeddable
    public record Opening(@Column(name = "opened_because") String because,
            @Nullable @Column(name = "opened_by") String by, @Column(name = "opened_at") Instant at) {

        static Opening submitted(Instant at) {
            return new Opening("submitted", null, at);
        }
    }
}
