package dev.touchstone.review.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.review.ledger.note.Checkpoint;
import dev.touchstone.review.ledger.note.Note;
import dev.touchstone.review.ledger.note.NoteKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The signed heads of the ledger. Any number of replicas may sign at once: the same size and key give the same note, and the
 * first row stays. Works in the caller's transaction.
 */
@ApplicationScoped
public class Checkpoints {

    private static final String KEEP = """
            insert into ledger_checkpoint (size, key, root, note, signed_at)
            values (:size, :key, :root, :note, :now) on conflict (size, key) do nothing""";
    /** Signed by the present key rather than by one before it. */
    private static final String OF_SIZE = """
            from CheckpointRow where id.size = :size order by case when id.key = :key then 0 else 1 end, signedAt desc""";
    private static final String LAST = "from CheckpointRow order by id.size desc, signedAt desc";
    private static final String KEYS = """
            select key, min(size), max(size) from ledger_checkpoint group by key order by min(size), key""";

    private final LedgerTree tree;
    private final SigningKey key;
    private final Clock clock;
    private final Counter failures;

    Checkpoints(LedgerTree tree, LedgerKey key, Clock clock, MeterRegistry meters) {
        this.tree = tree;
        this.key = key.signing();
        this.clock = clock;
        this.failures = meters.counter("touchstone.ledger.signing.failures");
    }

    /** The ledger's head of now; signed and kept if it was not yet. */
    public Uni<KeptCheckpoint> latest() {
        return tree.size().flatMap(this::signed);
    }

    /** The head of a size that the ledger has or had, by the present key; signed and kept if it was not yet. */
    Uni<KeptCheckpoint> signed(long size) {
        return kept(size).flatMap(kept -> kept.filter(this::isOwn).map(own -> Uni.createFrom().item(own))
                .orElseGet(() -> sign(size).onFailure().invoke(failure -> failures.increment())));
    }

    /** The head that was kept of this size, if any. */
    Uni<Optional<KeptCheckpoint>> kept(long size) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(OF_SIZE, CheckpointRow.class)
                .setParameter("size", size).setParameter("key", verifier()).setMaxResults(1).getResultList())
                .map(rows -> rows.stream().findFirst().map(Checkpoints::of));
    }

    /** The head of the largest size that was kept. */
    Uni<Optional<KeptCheckpoint>> last() {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(LAST, CheckpointRow.class)
                .setMaxResults(1).getResultList())
                .map(rows -> rows.stream().findFirst().map(Checkpoints::of));
    }

    /** Every key that signed, and the least and the largest size of which it did; the oldest first. */
    Uni<List<KeyUse>> keys() {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(KEYS, Object[].class).getResultList())
                .map(rows -> rows.stream().map(row -> new KeyUse((String) row[0], ((Number) row[1]).longValue(),
                        ((Number) row[2]).longValue())).toList());
    }

    private Uni<KeptCheckpoint> sign(long size) {
        return tree.root(size).map(root -> new Checkpoint(key.origin(), size, root))
                .map(head -> new KeptCheckpoint(head, key.signer().sign(head.text()).signed(), key.signer().key(),
                        clock.instant()))
                .flatMap(this::keep);
    }

    /** The head of nothing is signed for whoever asks, and needs no keeping. */
    private Uni<KeptCheckpoint> keep(KeptCheckpoint signed) {
        Checkpoint head = signed.checkpoint();
        return head.size() == 0 ? Uni.createFrom().item(signed)
                : Panache.getSession().flatMap(session -> session.createNativeQuery(KEEP)
                        .setParameter("size", head.size()).setParameter("key", verifier())
                        .setParameter("root", head.rootHash().hex()).setParameter("note", signed.note())
                        .setParameter("now", signed.signedAt()).executeUpdate())
                        .chain(() -> kept(head.size())).map(Optional::orElseThrow);
    }

    private boolean isOwn(KeptCheckpoint kept) {
        return kept.key().equals(key.signer().key());
    }

    private String verifier() {
        return key.signer().key().text();
    }

    private static KeptCheckpoint of(CheckpointRow row) {
        return new KeptCheckpoint(Checkpoint.parse(Note.parse(row.note).text()), row.note, NoteKey.parse(row.id.key()),
                row.signedAt);
    }
}
