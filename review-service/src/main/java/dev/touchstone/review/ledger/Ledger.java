package dev.touchstone.review.ledger;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.EventDraft;
import dev.touchstone.events.RecordStatement.LedgerAppended;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.review.cases.Timeline;
import dev.touchstone.review.ledger.audit.AuditQueue;
import dev.touchstone.review.ledger.check.Entry;
import dev.touchstone.review.ledger.check.Hashes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The ledger in the database. Works in the caller's transaction or session. */
@ApplicationScoped
public class Ledger {

    /** Any constant will do that nothing else in this database uses. */
    private static final long APPEND_LOCK = 0x6c6564676572L;
    /** One appender at a time over all replicas, until its transaction ends: so indices have no gaps. */
    private static final String LOCK = "select count(*) from pg_advisory_xact_lock(:lock)";
    private static final String HEAD = """
            select coalesce((select max(index) + 1 from ledger_entry), 0),
                   coalesce((select leaf_hash from ledger_entry order by index desc limit 1), '%1$s'),
                   coalesce((select leaf_hash from ledger_entry where submission_id = :id order by index desc limit 1), '%1$s')
            """.formatted(Hashes.NONE);
    private static final String HEAD_OF_INSTALLATION = HEAD.replace("submission_id = :id", "submission_id is null");
    private static final String LAST_ACTIVATION = "select coalesce(max(activation), 0) from ledger_entry";
    private static final String KNOWN = "select count(*) from ledger_entry where event_id = :event";
    private static final String OF_SUBMISSION = "from LedgerRow where submissionId = :id order by index";

    private final Outbox outbox;
    private final AuditQueue audit;

    Ledger(Outbox outbox, AuditQueue audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Appends what the ledger says of the event, if anything, and tells of it. */
    public Uni<Void> append(StageEvent event, byte[] payload) {
        // Most events leave no entry; they must not wait for the lock.
        return Entries.of(event, payload, Head.EMPTY).isEmpty()
                ? Uni.createFrom().voidItem()
                : has(event.id()).flatMap(known -> known ? Uni.createFrom().voidItem() : appendNew(event, payload));
    }

    /** A database that is filled again from the topics begins with the ledger, whose order they do not hold. */
    private static Uni<Boolean> has(UUID eventId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(KNOWN, Long.class).setParameter("event", eventId)
                        .getSingleResult())
                .map(entries -> entries > 0);
    }

    private Uni<Void> appendNew(StageEvent event, byte[] payload) {
        return head(event.submissionId()).flatMap(head -> append(event, Entries.of(event, payload, head).orElseThrow()));
    }

    private Uni<Void> append(StageEvent event, Entry entry) {
        LedgerRow row = LedgerRow.of(entry);
        row.submissionId = event.submissionId();
        row.eventId = event.id();
        LedgerAppended appended = new LedgerAppended(entry.index(), entry.leafHash(), event.id());
        return Panache.getSession().flatMap(session -> session.persist(row))
                .chain(() -> audit.add(entry.index()))
                .chain(() -> outbox.emit(EventDraft.after(event, appended))).replaceWithVoid();
    }

    /**
     * Appends that a policy was put in force. Nothing tells of it: an event needs a review, and a W&B run.
     *
     * @return false where it, or a later one, is there already
     */
    public Uni<Boolean> append(PolicyActivation activation) {
        // The lock comes first: of two replicas that have heard of it, one finds it appended.
        return head(null).flatMap(head -> lastActivation().flatMap(last -> last >= activation.number()
                ? Uni.createFrom().item(false)
                : append(activation, Entries.of(activation, head)).replaceWith(true)));
    }

    private Uni<Void> append(PolicyActivation activation, Entry entry) {
        LedgerRow row = LedgerRow.of(entry);
        row.activation = activation.number();
        return Panache.getSession().flatMap(session -> session.persist(row)).chain(() -> audit.add(entry.index()));
    }

    /** The number of the last activation that is in the ledger; 0 before the first. */
    public Uni<Long> lastActivation() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LAST_ACTIVATION, Long.class).getSingleResult());
    }

    private static Uni<Head> head(@Nullable UUID submissionId) {
        return Panache.getSession()
                .call(session -> session.createNativeQuery(LOCK, Long.class).setParameter("lock", APPEND_LOCK)
                        .getSingleResult())
                .flatMap(session -> (submissionId == null
                        ? session.createNativeQuery(HEAD_OF_INSTALLATION, Object[].class)
                        : session.createNativeQuery(HEAD, Object[].class).setParameter("id", submissionId)).getSingleResult())
                .map(row -> new Head(((Number) row[0]).longValue(), (String) row[1], (String) row[2]));
    }

    Uni<List<Entry>> of(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(OF_SUBMISSION, LedgerRow.class)
                .setParameter("id", submissionId).getResultList())
                .map(rows -> rows.stream().map(row -> new Entry(row.index, row.leafHash, row.entry)).toList());
    }

    /** The entries of all rounds and attempts of a submission, in the ledger's order. */
    public Uni<List<LedgerLine>> lines(UUID submissionId) {
        return of(submissionId).flatMap(entries -> audit.statusOf(submissionId).map(status -> entries.stream()
                .map(entry -> LedgerLine.of(entry, status.apply(entry.index()))).toList()));
    }

    /** The same without what may still change: a file that is made of it, as for the W&amp;B run, is the same each time. */
    Uni<List<LedgerLine>> sealed(UUID submissionId) {
        return of(submissionId).map(entries -> entries.stream().map(entry -> LedgerLine.of(entry, null)).toList());
    }

    /** How many entries a submission has, and what of them does not follow from its events. */
    public Uni<Replayed> replay(UUID submissionId, List<Timeline.Entry> timeline) {
        return of(submissionId).map(stored -> new Replayed(stored.size(), LedgerReplay.compare(stored, timeline)));
    }

    /** @param faults none where every stored entry is what the events make of it, and none lacks */
    public record Replayed(int entries, List<LedgerReplay.Fault> faults) {
    }
}
