package dev.touchstone.submission.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The rows of the reviews and of their earlier rounds. Every method joins the caller's transaction. */
@ApplicationScoped
class Rounds {

    private static final String EARLIER = "from EarlierRound where submissionId = :id order by number";
    private static final String LATEST = "from ReviewRow where submissionId in :ids";
    private static final String DUE = "select submissionId from ReviewRow where dueAt <= :now order by dueAt";

    private final Patience patience;

    Rounds(WatchdogConfig config) {
        this.patience = Patience.of(config);
    }

    Uni<Void> add(UUID submissionId, Round first) {
        ReviewRow row = new ReviewRow();
        row.submissionId = submissionId;
        row.open(first, patience);
        return Panache.getSession().flatMap(session -> session.persist(row));
    }

    /** Keeps the round that ended and puts the next in its place. */
    Uni<Void> open(ReviewRow row, Round next) {
        EarlierRound earlier = EarlierRound.of(row);
        row.open(next, patience);
        return Panache.getSession().flatMap(session -> session.persist(earlier));
    }

    void write(ReviewRow row, ReviewState state, Instant at) {
        row.write(state, patience, at);
    }

    /** The row, locked until the transaction ends; null where there is none. */
    Uni<@Nullable ReviewRow> locked(UUID submissionId) {
        return Panache.getSession()
                .flatMap(session -> session.find(ReviewRow.class, submissionId, LockModeType.PESSIMISTIC_WRITE));
    }

    Uni<@Nullable ReviewRow> find(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.find(ReviewRow.class, submissionId));
    }

    Uni<Map<UUID, Round>> findAll(List<UUID> submissionIds) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(LATEST, ReviewRow.class)
                .setParameter("ids", submissionIds).getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.submissionId, ReviewRow::round)));
    }

    /** The submission's round before the latest that has this id, or null where none has. */
    Uni<@Nullable EarlierRound> earlier(UUID submissionId, UUID workflowRunId) {
        return Panache.getSession().flatMap(session -> session.find(EarlierRound.class, workflowRunId))
                .map(found -> found != null && found.submissionId.equals(submissionId) ? found : null);
    }

    /** All rounds before the latest, the first one first. */
    Uni<List<Round>> earlierOf(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(EARLIER, EarlierRound.class)
                .setParameter("id", submissionId).getResultList())
                .map(rows -> rows.stream().map(EarlierRound::round).toList());
    }

    /** The submissions whose attempt was waited for in vain, those that wait longest first. */
    Uni<List<UUID>> due(Instant now, int most) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(DUE, UUID.class)
                .setParameter("now", now).setMaxResults(most).getResultList());
    }
}
