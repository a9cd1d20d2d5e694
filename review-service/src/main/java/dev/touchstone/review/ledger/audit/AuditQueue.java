package dev.touchstone.review.ledger.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Which entries the audit endpoint is told of, and what became of it. Works in the caller's transaction or session. */
@ApplicationScoped
public class AuditQueue {

    private static final String ADD = "insert into ledger_upload (index) values (:index) on conflict do nothing";
    private static final String CATCH_UP = """
            insert into ledger_upload (index)
            select index from ledger_entry e where not exists (select from ledger_upload u where u.index = e.index)
            on conflict do nothing""";
    private static final String OF_SUBMISSION = """
            select u.* from ledger_upload u join ledger_entry e using (index) where e.submission_id = :submission""";
    /** The operator does not want to wait for the end of a pause. It also takes the turn's row first, as who posts does. */
    private static final String NOW = "update ledger_upload_turn set due_at = now()";
    private static final String AGAIN = """
            insert into ledger_upload (index)
            select index from ledger_entry where submission_id = :submission and (:all or index = :index) order by index
            on conflict (index) do update set asked_at = clock_timestamp(), state = 'waiting', attempts = 0, reason = null""";

    private final AuditConfig config;

    AuditQueue(AuditConfig config) {
        this.config = config;
    }

    /** Whether the operator has named an endpoint. */
    public boolean isOn() {
        return config.url().isPresent();
    }

    /** The endpoint is to be told of this entry, if there is one. Nothing waits for it. */
    public Uni<Void> add(long index) {
        return !isOn() ? Uni.createFrom().voidItem()
                : Panache.getSession().flatMap(session -> session.createNativeQuery(ADD).setParameter("index", index)
                        .executeUpdate()).replaceWithVoid();
    }

    /** Also of all that was appended before there was an endpoint: a log that begins in its middle proves little. */
    Uni<Integer> catchUp() {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(CATCH_UP).executeUpdate());
    }

    /** The status of a submission's entries by their index; null for all where there is no endpoint. */
    public Uni<LongFunction<@Nullable UploadStatus>> statusOf(UUID submissionId) {
        return !isOn() ? Uni.createFrom().item(index -> null)
                : Panache.getSession().flatMap(session -> session.createNativeQuery(OF_SUBMISSION, UploadRow.class)
                        .setParameter("submission", submissionId).getResultList()).map(rows -> {
                            Map<Long, UploadStatus> known = new HashMap<>();
                            rows.forEach(row -> known.put(row.index, row.status()));
                            return index -> known.getOrDefault(index, UploadStatus.UNTRIED);
                        });
    }

    /**
     * Tells the endpoint again.
     *
     * @param index of one entry, or empty for all of the submission's
     * @return of how many entries
     */
    Uni<Integer> again(UUID submissionId, Optional<Long> index) {
        return Panache.getSession().call(session -> session.createNativeQuery(NOW).executeUpdate())
                .flatMap(session -> session.createNativeQuery(AGAIN).setParameter("submission", submissionId)
                        .setParameter("all", index.isEmpty()).setParameter("index", index.orElse(-1L)).executeUpdate());
    }
}
