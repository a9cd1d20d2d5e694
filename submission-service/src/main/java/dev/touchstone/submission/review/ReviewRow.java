package dev.touchstone.submission.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.StageEvent;
import dev.touchstone.submission.review.Round.Opening;

/** The round of a review that is under way or came last, in the database. */
@Entity
@Table(name = "review")
class ReviewRow {

    @Id
    @Column(name = "submission_id")
    UUID submissionId;

    @Column(name = "round")
    int number;

    @Column(name = "workflow_run_id")
    UUID workflowRunId;

    @Embedded
    Opening opening;

    /** The state's word for clients, so that it can be asked for without reading the body. */
    String standing;

    String body;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** Since when the attempt that is waited for is as it is; null where nothing or a person is waited for. */
    @Nullable
    @Column(name = "awaited_since")
    Instant awaitedSince;

    /** When it is offered again. */
    @Nullable
    @Column(name = "due_at")
    Instant dueAt;

    Round round() {
        return new Round(number, workflowRunId, opening, read(), updatedAt);
    }

    ReviewState read() {
        return ReviewJson.read(body);
    }

    boolean isIn(StageEvent event) {
        return workflowRunId.equals(event.review().workflowRunId());
    }

    boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    /** The approval, or null where the attempt that {@code request} asks for is not waited for. */
    @Nullable
    Approval approval(StageEvent request) {
        return isIn(request) ? Approval.of(read(), request) : null;
    }

    /** Begins the first round, or puts a further one in the place of the one that ended. */
    void open(Round round, Patience patience) {
        number = round.number();
        workflowRunId = round.workflowRunId();
        opening = round.opening();
        put(round.state(), round.changedAt());
        await(Awaited.in(round.state()), patience, round.changedAt());
        awaitedSince = dueAt == null ? null : round.changedAt();
    }

    void write(ReviewState state, Patience patience, Instant at) {
        Optional<Awaited> before = Awaited.in(read());
        Optional<Awaited> after = Awaited.in(state);
        put(state, at);
        if (!after.equals(before)) {
            await(after, patience, at);
        }
        if (after.isEmpty()) {
            awaitedSince = null;
        } else if (before.isEmpty() || !after.get().continues(before.get())) {
            awaitedSince = at;
        }
    }

    private void await(Optional<Awaited> awaited, Patience patience, Instant at) {
        dueAt = awaited.map(patience::wait).map(at::plus).orElse(null);
    }

    private void put(ReviewState state, Instant at) {
        body = ReviewJson.write(state);
        standing = State.of(state).key();
        updatedAt = at;
    }
}
