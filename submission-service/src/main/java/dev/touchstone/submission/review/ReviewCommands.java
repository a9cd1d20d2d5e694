package dev.touchstone.submission.review;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.Actor;
import dev.touchstone.events.outbox.CausalClock;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.review.ReviewState.Ended;
import dev.touchstone.submission.review.ReviewState.Open;
import io.smallrye.mutiny.Uni;

/**
 * What people may ask of a review as a whole. Every method joins the caller's transaction. Concurrency: of two who ask at
 * the same time, or of a person and the publication, the first to lock the review's row wins; the other finds the review
 * as the first has left it.
 */
@ApplicationScoped
class ReviewCommands {

    private final Rounds rounds;
    private final CausalClock causality;
    private final Outbox outbox;
    private final Clock clock;

    ReviewCommands(Rounds rounds, CausalClock causality, Outbox outbox, Clock clock) {
        this.rounds = rounds;
        this.causality = causality;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What became of it; the round is the latest one in either case. */
    sealed interface Answer {

        record Done(Round round) implements Answer {
        }

        /** The state has no such way out. */
        record Refused(Round round) implements Answer {
        }
    }

    Uni<Answer> cancel(Submission submission, String reason, Actor by) {
        return locked(submission.id()).flatMap(row -> switch (row.read()) {
            case Ended ignored -> refused(row);
            case Open open -> cancel(row, open.cancelled(course(submission, row.workflowRunId, open.history()), reason, by));
        });
    }

    private Uni<Answer> cancel(ReviewRow row, Transition end) {
        rounds.write(row, end.next(), clock.instant());
        return outbox.emitAll(end.drafts()).map(told -> new Answer.Done(row.round()));
    }

    /** Opens a further round of a review that has ended. */
    Uni<Answer> reopen(Submission submission, String reason, Actor by) {
        UUID workflowRunId = UUID.randomUUID();
        Round.Opening opening = new Round.Opening(reason, by.name(), clock.instant());
        return locked(submission.id()).flatMap(row -> switch (row.read()) {
            case Open ignored -> refused(row);
            case Ended ended -> open(row, workflowRunId, opening,
                    ended.reopened(course(submission, workflowRunId, History.NONE), reason, by));
        });
    }

    private Uni<Answer> open(ReviewRow row, UUID workflowRunId, Round.Opening opening, Transition begin) {
        Round next = new Round(row.number + 1, workflowRunId, opening, begin.next(), opening.at());
        return rounds.open(row, next).chain(() -> outbox.emitAll(begin.drafts())).map(told -> new Answer.Done(next));
    }

    private static Course course(Submission submission, UUID workflowRunId, History history) {
        return new Course(submission.dossier().inRound(workflowRunId), history);
    }

    private static Uni<Answer> refused(ReviewRow row) {
        return Uni.createFrom().item(new Answer.Refused(row.round()));
    }

    /** The causal clock's lock comes before the review's, as everywhere. */
    private Uni<ReviewRow> locked(UUID submissionId) {
        return causality.observe(submissionId, 0).chain(() -> rounds.locked(submissionId));
    }
}
