package dev.touchstone.review.record;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The rebuilds in the database, of which one may run at a time. Joins the caller's transaction or session. */
@ApplicationScoped
class Rebuilds {

    private static final String BEGIN = """
            insert into rebuild (requested_by, submissions) select :by, count(distinct submission_id) from timeline
            on conflict do nothing""";
    private static final String LATEST = "from RebuildRow order by number desc";
    /** The row is held until the end of the transaction: another replica finds nothing to do, and goes on if this one dies. */
    private static final String TURN = "select * from rebuild where ended_at is null for update skip locked";
    private static final String NEXT = """
            select submission_id from timeline where submission_id > :last order by submission_id limit 1""";
    private static final String DONE = """
            update rebuild set last_done = :submission, done = done + 1, changed = changed + :changed, failed = failed + :failed
            where number = :number""";
    private static final String END = "update rebuild set ended_at = now() where number = :number";
    private static final UUID FIRST = new UUID(0, 0);

    /** False where one is running. */
    Uni<Boolean> begin(String requestedBy) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(BEGIN).setParameter("by", requestedBy)
                .executeUpdate()).map(rows -> rows == 1);
    }

    Uni<@Nullable RebuildRow> latest() {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(LATEST, RebuildRow.class).setMaxResults(1)
                .getSingleResultOrNull());
    }

    /** The one that runs, where nobody else is at it. */
    Uni<@Nullable RebuildRow> turn() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(TURN, RebuildRow.class).getSingleResultOrNull());
    }

    /** The submission after the last one that was dealt with; empty at the end. */
    Uni<Optional<UUID>> next(RebuildRow rebuild) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(NEXT, UUID.class)
                .setParameter("last", rebuild.lastDone == null ? FIRST : rebuild.lastDone).getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    Uni<Void> done(RebuildRow rebuild, UUID submissionId, Rebuilt rebuilt) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(DONE).setParameter("submission", submissionId)
                .setParameter("changed", rebuilt == Rebuilt.CHANGED ? 1 : 0)
                .setParameter("failed", rebuilt == Rebuilt.FAILED ? 1 : 0)
                .setParameter("number", rebuild.number).executeUpdate()).replaceWithVoid();
    }

    Uni<Void> end(RebuildRow rebuild) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(END).setParameter("number", rebuild.number)
                .executeUpdate()).replaceWithVoid();
    }
}
