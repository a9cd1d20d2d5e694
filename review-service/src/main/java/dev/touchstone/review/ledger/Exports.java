package dev.touchstone.review.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.review.ledger.check.Export;
import dev.touchstone.review.ledger.check.Export.Growth;
import dev.touchstone.review.ledger.check.Export.Item;
import dev.touchstone.review.ledger.check.Export.OfLog;
import dev.touchstone.review.ledger.check.Export.OfSubmission;
import dev.touchstone.review.ledger.check.ExportText;
import dev.touchstone.review.ledger.tree.Hash;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Gives out the ledger, or what of it is about one submission, in a file that can be checked without this service. */
@ApplicationScoped
class Exports {

    /** Few enough to hold, many enough that a large log does not wait for the database. */
    static final int PAGE = 500;
    private static final String SPAN = """
            select count(*), coalesce(max(index), -1) from ledger_entry where submission_id = :id and index < :size""";
    private static final String OF_SUBMISSION = """
            from LedgerRow where submissionId = :id and index >= :next and index < :end order by index""";
    private static final String OF_LOG = "from LedgerRow where index >= :next and index < :end order by index";

    private final LedgerTree tree;
    private final Checkpoints checkpoints;

    Exports(LedgerTree tree, Checkpoints checkpoints) {
        this.tree = tree;
        this.checkpoints = checkpoints;
    }

    /**
     * An export that was begun: what stands before its entries, and which ones follow. Entries never change, so that they can
     * be read later, page by page.
     *
     * @param submissionId null for those of all
     * @param kept the checkpoint in the head
     */
    record Plan(Export head, @Nullable UUID submissionId, long from, long to, KeptCheckpoint kept) {

        private long size() {
            return kept.checkpoint().size();
        }
    }

    /**
     * All of a submission up to now. In the caller's transaction.
     *
     * @param stable with the head as it was at the submission's last entry: until there is another one, the same bytes
     */
    Uni<Plan> ofSubmission(UUID id, Optional<String> since, boolean stable) {
        return (stable ? headOf(id) : checkpoints.latest()).flatMap(kept -> growth(since, kept)
                .flatMap(growth -> span(id, kept.checkpoint().size()).map(span -> plan(span, kept, growth, id))));
    }

    private Uni<KeptCheckpoint> headOf(UUID id) {
        return tree.size().flatMap(size -> span(id, size)).flatMap(span -> checkpoints.signed(span.lastIndex() + 1));
    }

    /** The log from an index on. In the caller's transaction. */
    Uni<Plan> ofLog(Optional<String> from, Optional<String> to, Optional<String> since) {
        return checkpoints.latest().flatMap(kept -> {
            Asked asked = new Asked(kept.checkpoint().size());
            long end = asked.size("to", to);
            long begin = from.isEmpty() ? 0 : asked.size("from", from, end);
            asked.check();
            return growth(since, kept).map(growth -> plan(new OfLog(begin, end), kept, growth, null));
        });
    }

    private static Plan plan(Export.Scope scope, KeptCheckpoint kept, Optional<Growth> growth, @Nullable UUID submissionId) {
        Export head = new Export(scope, kept.note(), kept.key().text(), growth.orElse(null));
        return switch (scope) {
            case OfSubmission ignored -> new Plan(head, submissionId, 0, kept.checkpoint().size(), kept);
            case OfLog(long from, long to) -> new Plan(head, null, from, to, kept);
        };
    }

    private Uni<Optional<Growth>> growth(Optional<String> since, KeptCheckpoint kept) {
        if (since.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        Asked asked = new Asked(kept.checkpoint().size());
        long from = asked.size("since", since);
        asked.check();
        return tree.consistency(from, kept.checkpoint().size()).map(proof -> Optional.of(new Growth(from, hex(proof))));
    }

    private static Uni<OfSubmission> span(UUID id, long size) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(SPAN, Object[].class)
                .setParameter("id", id).setParameter("size", size).getSingleResult())
                .map(row -> new OfSubmission(id.toString(), ((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    }

    /**
     * Writes the export, page by page, as fast as the reader takes it. For a thread that may wait. A failure on the way leaves
     * a file without an end, which nobody can take for a whole one.
     */
    void write(Plan plan, OutputStream out) throws IOException {
        put(ExportText.head(plan.head()), out);
        String separator = "";
        for (List<Item> page = read(plan, plan.from()); !page.isEmpty(); page = read(plan, page.getLast().index() + 1)) {
            put(separator + page.stream().map(ExportText::item).collect(Collectors.joining(ExportText.SEPARATOR)), out);
            separator = ExportText.SEPARATOR;
        }
        put(ExportText.END, out);
    }

    private List<Item> read(Plan plan, long next) {
        return Blocking.inTransaction(() -> page(plan, next));
    }

    private static void put(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next entries, with their proofs; none at the end. In the caller's session. */
    Uni<List<Item>> page(Plan plan, long next) {
        return Panache.getSession().flatMap(session -> {
            var query = session.createSelectionQuery(plan.submissionId() == null ? OF_LOG : OF_SUBMISSION, LedgerRow.class)
                    .setParameter("next", next).setParameter("end", plan.to()).setMaxResults(PAGE);
            return (plan.submissionId() == null ? query : query.setParameter("id", plan.submissionId())).getResultList();
        }).flatMap(rows -> proved(plan, rows));
    }

    private Uni<List<Item>> proved(Plan plan, List<LedgerRow> rows) {
        // Of a log the last one's proof vouches for all before it, which it is chained to.
        List<Long> proved = rows.stream().map(row -> row.index)
                .filter(index -> plan.submissionId() != null || index == plan.to() - 1).toList();
        return proved.isEmpty() ? Uni.createFrom().item(items(rows, proved, List.of()))
                : tree.inclusion(proved, plan.size()).map(proofs -> items(rows, proved, proofs));
    }

    private static List<Item> items(List<LedgerRow> rows, List<Long> proved, List<List<Hash>> proofs) {
        return rows.stream().map(row -> {
            int at = proved.indexOf(row.index);
            return new Item(row.index, row.leafHash, row.entry, at < 0 ? null : hex(proofs.get(at)));
        }).toList();
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::hex).toList();
    }
}
