package dev.touchstone.submission.review;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import dev.touchstone.submission.review.Round.Opening;

/** A round that ended before another was opened. */
@Entity
@Immutable
@Table(name = "earlier_round")
class EarlierRound {

    @Id
    @Column(name = "workflow_run_id")
    UUID workflowRunId;

    @Column(name = "submission_id")
    UUID submissionId;

    @Column(name = "round")
    int number;

    @Embedded
    Opening opening;

    String body;

    @Column(name = "ended_at")
    Instant endedAt;

    static EarlierRound of(ReviewRow row) {
        EarlierRound earlier = new EarlierRound();
        earlier.workflowRunId = row.workflowRunId;
        earlier.submissionId = row.submissionId;
        earlier.number = row.number;
        earlier.opening = row.opening;
        earlier.body = row.body;
        earlier.endedAt = row.updatedAt;
        return earlier;
    }

    Round round() {
        return new Round(number, workflowRunId, opening, read(), endedAt);
    }

    ReviewState.Ended read() {
        return (ReviewState.Ended) ReviewJson.read(body);
    }
}
