package dev.touchstone.submission.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.Stage;
import dev.touchstone.events.outbox.CausalClock;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.Submissions;
import dev.touchstone.submission.review.ReviewState.Working;
import io.smallrye.mutiny.Uni;

/**
 * The reviews whose attempt takes too long. Every method joins the caller's transaction. Concurrency: of several replicas
 * that see the same review the first to lock its row offers the attempt; the others then find that it is not due any more.
 */
@ApplicationScoped
class StalledReviews {

    private final Submissions submissions;
    private final Rounds rounds;
    private final CausalClock causality;
    private final Outbox outbox;

    StalledReviews(Submissions submissions, Rounds rounds, CausalClock causality, Outbox outbox) {
        this.submissions = submissions;
        this.rounds = rounds;
        this.causality = causality;
        this.outbox = outbox;
    }

    Uni<List<UUID>> due(Instant now, int most) {
        return rounds.due(now, most);
    }

    /**
     * Tells that the attempt stalled and asks for it once more, unless it was heard of or offered in the meantime.
     *
     * @return the stage that was offered, if one was
     */
    Uni<Optional<Stage>> offerAgain(UUID submissionId, Instant now) {
        // The causal clock's lock comes before the review's, as everywhere.
        return causality.observe(submissionId, 0).chain(() -> submissions.find(submissionId))
                .flatMap(submission -> rounds.locked(submissionId).flatMap(row -> offerAgain(submission, row, now)));
    }

    private Uni<Optional<Stage>> offerAgain(Submission submission, ReviewRow row, Instant now) {
        Instant since = row.awaitedSince;
        if (since == null || !row.isDue(now) || !(row.read() instanceof Working working)) {
            return Uni.createFrom().item(Optional.empty());
        }
        Course course = new Course(submission.dossier().inRound(row.workflowRunId), working.history());
        Transition offered = working.stalled(course, since);
        rounds.write(row, offered.next(), now);
        return outbox.emitAll(offered.drafts()).replaceWith(Optional.of(working.stage()));
    }
}
