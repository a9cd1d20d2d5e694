package dev.touchstone.submission.review;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.Submissions;
import dev.touchstone.submission.policy.Policy;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The reviews. Every method joins the caller's transaction. Concurrency: events of one review arrive on several topics
 * and so at the same time; each change holds the lock of the review's row, which puts them one behind the other. The
 * lock of the review's causal clock is always taken first.
 */
@ApplicationScoped
public class Reviews {

    private final Submissions submissions;
    private final Outbox outbox;
    private final Policy policy;
    private final Clock clock;

    Reviews(Submissions submissions, Outbox outbox, Policy policy, Clock clock) {
        this.submissions = submissions;
        this.outbox = outbox;
        this.policy = policy;
        this.clock = clock;
    }

    /** Begins the review of a submission that was just added. */
    public Uni<Void> begin(Dossier dossier) {
        Transition first = new ReviewMachine(dossier, policy).begin();
        ReviewRow row = ReviewRow.of(dossier.review().submissionId(), first.next(), clock.instant());
        return Panache.getSession().flatMap(session -> session.persist(row))
                .chain(() -> outbox.emitAll(first.drafts())).replaceWithVoid();
    }

    /**
     * Applies the event.
     *
     * @throws UnknownReview as the failure, where nothing was submitted under the event's ids
     */
    Uni<Void> advance(StageEvent event) {
        return submissions.find(event.submissionId())
                .onItem().ifNull().failWith(() -> new UnknownReview(event.review()))
                .map(Submission::dossier).invoke(dossier -> requireSameRound(dossier, event))
                .flatMap(dossier -> locked(event.submissionId()).flatMap(row -> advance(row, dossier, event)));
    }

    private Uni<Void> advance(ReviewRow row, Dossier dossier, StageEvent event) {
        Transition transition = new ReviewMachine(dossier, policy).apply(row.read(), event);
        row.write(transition.next(), clock.instant());
        return outbox.emitAll(transition.drafts()).replaceWithVoid();
    }

    private static void requireSameRound(Dossier dossier, StageEvent event) {
        if (!dossier.review().workflowRunId().equals(event.review().workflowRunId())) {
            throw new UnknownReview(event.review());
        }
    }

    /** What an approved publication says, or null where this attempt is no longer the one that is waited for. */
    public Uni<@Nullable Approval> approval(StageEvent request) {
        return find(request.submissionId()).map(row -> row == null ? null : Approval.of(row.read(), request));
    }

    /**
     * Ends the review as published, if this attempt of the publication is still the one that is waited for.
     *
     * @throws IllegalStateException as the failure, where it is not
     */
    public Uni<Void> publish(StageEvent request) {
        return locked(request.submissionId()).invoke(row -> {
            if (!(row.read() instanceof ReviewState.Publishing publishing) || Approval.of(publishing, request) == null) {
                throw new IllegalStateException("the publication was given up");
            }
            History ended = publishing.history().change(request.stage(),
                    log -> log.ended(clock.instant(), Approval.CARRIED_OUT, StageLog.Notes.of("in the catalog")));
            row.write(new ReviewState.Publishing(ended).published().next(), clock.instant());
        }).replaceWithVoid();
    }

    /** The review, or null where there is none. */
    public Uni<@Nullable ReviewRow> find(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.find(ReviewRow.class, submissionId));
    }

    public Uni<Map<UUID, ReviewRow>> findAll(List<UUID> submissionIds) {
        return Panache.getSession().flatMap(session -> session
                .createSelectionQuery("from ReviewRow where submissionId in :ids", ReviewRow.class)
                .setParameter("ids", submissionIds).getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.submissionId, row -> row)));
    }

    private static Uni<ReviewRow> locked(UUID submissionId) {
        return Panache.getSession()
                .flatMap(session -> session.find(ReviewRow.class, submissionId, LockModeType.PESSIMISTIC_WRITE));
    }
}
