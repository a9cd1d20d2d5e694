package dev.touchstone.submission.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.Submissions;
import dev.touchstone.submission.policy.Yardsticks;
import io.smallrye.mutiny.Uni;

/**
 * The reviews. Every method joins the caller's transaction. Concurrency: events of one review arrive on several topics
 * and so at the same time; each change holds the lock of the review's row, which puts them one behind the other. The
 * lock of the review's causal clock is always taken first.
 */
@ApplicationScoped
public class Reviews {

    private final Submissions submissions;
    private final Rounds rounds;
    private final Outbox outbox;
    private final Yardsticks yardsticks;
    private final Clock clock;

    Reviews(Submissions submissions, Rounds rounds, Outbox outbox, Yardsticks yardsticks, Clock clock) {
        this.submissions = submissions;
        this.rounds = rounds;
        this.outbox = outbox;
        this.yardsticks = yardsticks;
        this.clock = clock;
    }

    /** Begins the review of a submission that was just added. */
    public Uni<Void> begin(Dossier dossier) {
        Transition first = ReviewMachine.begin(dossier);
        Instant now = clock.instant();
        Round round = new Round(1, dossier.review().workflowRunId(), Round.Opening.submitted(now), first.next(), now);
        return rounds.add(dossier.review().submissionId(), round).chain(() -> outbox.emitAll(first.drafts()))
                .replaceWithVoid();
    }

    /**
     * Applies the event to the round that it names.
     *
     * @throws UnknownReview as the failure, where nothing was submitted under the event's ids
     */
    Uni<Void> advance(StageEvent event) {
        return submissions.find(event.submissionId())
                .onItem().ifNull().failWith(() -> new UnknownReview(event.review()))
                .map(Submission::dossier).map(dossier -> dossier.inRound(event.review().workflowRunId()))
                .flatMap(dossier -> rounds.locked(event.submissionId()).flatMap(row -> machine(dossier)
                        .flatMap(machine -> row.isIn(event)
                                ? advance(row, machine.apply(row.read(), event))
                                : late(machine, event))));
    }

    /** Reads by what is ruled now, in the transaction that rules. */
    private Uni<ReviewMachine> machine(Dossier dossier) {
        return yardsticks.of(dossier.review().agentId()).map(yardstick -> new ReviewMachine(dossier, yardstick));
    }

    private Uni<Void> advance(ReviewRow row, Transition transition) {
        rounds.write(row, transition.next(), clock.instant());
        return outbox.emitAll(transition.drafts()).replaceWithVoid();
    }

    /** Whatever an earlier round still says, it has ended. */
    private Uni<Void> late(ReviewMachine machine, StageEvent event) {
        return rounds.earlier(event.submissionId(), event.review().workflowRunId())
                .onItem().ifNull().failWith(() -> new UnknownReview(event.review()))
                .flatMap(earlier -> outbox.emitAll(machine.late(earlier.read(), event))).replaceWithVoid();
    }

    /** What an approved publication says, or null where this attempt is no longer the one that is waited for. */
    public Uni<@Nullable Approval> approval(StageEvent request) {
        return rounds.find(request.submissionId()).map(row -> row == null ? null : row.approval(request));
    }

    /**
     * Ends the review as published, if this attempt of the publication is still the one that is waited for.
     *
     * @throws IllegalStateException as the failure, where it is not
     */
    public Uni<Void> publish(StageEvent request) {
        return rounds.locked(request.submissionId()).invoke(row -> {
            if (row.approval(request) == null || !(row.read() instanceof ReviewState.Publishing publishing)) {
                throw new IllegalStateException("the publication was given up");
            }
            History ended = publishing.history().change(request.stage(),
                    log -> log.ended(clock.instant(), Approval.CARRIED_OUT, StageLog.Notes.of("in the catalog")));
            rounds.write(row, new ReviewState.Publishing(ended).published().next(), clock.instant());
        }).replaceWithVoid();
    }

    /** The round that is under way or came last, or null where nothing was submitted under this id. */
    public Uni<@Nullable Round> latest(UUID submissionId) {
        return rounds.find(submissionId).map(row -> row == null ? null : row.round());
    }

    /** The latest rounds of several submissions. */
    public Uni<Map<UUID, Round>> latestOf(List<UUID> submissionIds) {
        return rounds.findAll(submissionIds);
    }

    /** All rounds, the first one first; empty where nothing was submitted under this id. */
    public Uni<List<Round>> rounds(UUID submissionId) {
        return rounds.earlierOf(submissionId).flatMap(earlier -> latest(submissionId)
                .map(latest -> Stream.concat(earlier.stream(), Stream.ofNullable(latest)).toList()));
    }
}
