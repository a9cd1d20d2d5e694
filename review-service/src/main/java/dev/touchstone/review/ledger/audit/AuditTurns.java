package dev.touchstone.review.ledger.audit;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.ReviewerStatement.LedgerUploadFailed;
import dev.touchstone.events.ReviewerStatement.LedgerUploadRetrySucceeded;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.review.cases.Timeline;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Whose turn it is: one entry at a time over all replicas, in the ledger's order, and none before those before it were taken.
 * Concurrency: a claim has a lease and a fence. Whoever dies with a claim loses it, and the entry is posted once more; whoever
 * comes late with an answer settles nothing. Times are the database's. Blocks: for virtual threads.
 */
@ApplicationScoped
class AuditTurns {

    private static final String CLAIM = """
            update ledger_upload_turn set lease_until = now() + cast(:lease as double precision) * interval '1 second',
                   fence = fence + 1
            where (lease_until is null or lease_until < now()) and due_at <= now()
                  and exists (select from ledger_upload where state <> 'delivered')
            returning fence""";
    private static final String FIRST = """
            select u.index, e.leaf_hash, e.entry, u.asked_at, u.attempts, e.event_id
            from ledger_upload u join ledger_entry e using (index) where u.state <> 'delivered' order by u.index limit 1""";
    private static final String RELEASE = """
            update ledger_upload_turn set lease_until = null,
                   due_at = now() + cast(:wait as double precision) * interval '1 second'
            where fence = :fence""";
    private static final String NOTE = """
            update ledger_upload set state = :state, attempts = attempts + 1, last_tried_at = now(),
                   delivered_at = case cast(:state as text) when 'delivered' then now() else delivered_at end,
                   reason = cast(:reason as text)
            where index = :index and asked_at = :asked""";
    private static final double MILLIS = 1_000;

    private final Timeline timeline;
    private final Outbox outbox;

    AuditTurns(Timeline timeline, Outbox outbox) {
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /** The first entry that is not delivered, where its time has come and nobody else is at it. */
    Optional<Due> claim(Duration lease) {
        return Blocking.inTransaction(() -> Panache.getSession().flatMap(session -> session
                .createNativeQuery(CLAIM, Long.class).setParameter("lease", lease.toMillis() / MILLIS)
                .getSingleResultOrNull())
                .flatMap(fence -> fence == null ? Uni.createFrom().item(Optional.empty()) : first(fence).map(Optional::of)));
    }

    private static Uni<Due> first(long fence) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(FIRST, Object[].class).getSingleResult())
                .map(row -> new Due(fence,
                        new Due.Posting(((Number) row[0]).longValue(), (String) row[1], (String) row[2]),
                        ((OffsetDateTime) row[3]).toInstant(),
                        ((Number) row[4]).intValue(), (UUID) row[5]));
    }

    /**
     * Notes what the post came to and gives the turn back. Does nothing where the claim was lost meanwhile.
     *
     * @param wait before the next entry, or the next try, may be posted
     */
    void settle(Due due, Posted posted, Duration wait) {
        Blocking.inTransaction(() -> Panache.getSession().flatMap(session -> session.createNativeQuery(RELEASE)
                .setParameter("wait", wait.toMillis() / MILLIS).setParameter("fence", due.fence()).executeUpdate())
                .flatMap(held -> held == 1 ? note(due, posted) : Uni.createFrom().voidItem()));
    }

    private Uni<Void> note(Due due, Posted posted) {
        return switch (posted) {
            case Posted.Taken ignored -> note(due, UploadStatus.State.DELIVERED, null)
                    .flatMap(current -> current && due.attempts() > 0
                            ? tell(due, new LedgerUploadRetrySucceeded(due.entry().index(), due.attempts() + 1))
                            : Uni.createFrom().voidItem());
            case Posted.NotTaken(String reason, var after) -> note(due, UploadStatus.State.FAILED, reason)
                    .flatMap(current -> current && due.attempts() == 0
                            ? tell(due, new LedgerUploadFailed(due.entry().index(), reason, 1))
                            : Uni.createFrom().voidItem());
        };
    }

    /** False where the entry was asked for again meanwhile. */
    private static Uni<Boolean> note(Due due, UploadStatus.State state, @Nullable String reason) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(NOTE)
                .setParameter("state", state.key()).setParameter("reason", reason)
                .setParameter("index", due.entry().index()).setParameter("asked", due.asked()).executeUpdate())
                .map(rows -> rows == 1);
    }

    /** On the stage that the entry is about. What is no event of a review has no W&amp;B run to tell it to. */
    private Uni<Void> tell(Due due, EventBody body) {
        UUID eventId = due.eventId();
        return eventId == null ? Uni.createFrom().voidItem()
                : timeline.find(eventId).flatMap(cause -> cause
                        .map(event -> outbox.emit(EventDraft.after(event, body)).replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
