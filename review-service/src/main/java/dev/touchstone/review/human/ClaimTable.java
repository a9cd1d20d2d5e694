package dev.touchstone.review.human;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The claims in the database. Each change is one statement, so that of two who claim at once one does; the database's clock is
 * the one that all replicas share. Works in the caller's transaction or session.
 */
@ApplicationScoped
class ClaimTable {

    private static final String TAKE = """
            insert into case_claim (submission_id, claimed_by, claimed_until, assigned_by)
            values (:submission, :holder, now() + make_interval(secs => cast(:lease as double precision)), cast(:by as text))
            on conflict (submission_id) do update set claimed_by = excluded.claimed_by,
                claimed_until = excluded.claimed_until, assigned_by = excluded.assigned_by
            where case_claim.claimed_until <= now() or case_claim.claimed_by = excluded.claimed_by or cast(:over as boolean)""";
    private static final String RENEW = """
            update case_claim set claimed_until = now() + make_interval(secs => cast(:lease as double precision))
            where submission_id = :submission and claimed_by = :holder and claimed_until > now()""";
    private static final String RELEASE = "delete from case_claim where submission_id = :submission and "
            + "(claimed_by = :holder or claimed_until <= now() or cast(:over as boolean))";
    private static final String DROP = "delete from case_claim where submission_id = :submission";
    private static final String CURRENT = "select * from case_claim where submission_id = :submission and claimed_until > now()";

    /**
     * @param by who gives the case to the holder; null where the holder takes it
     * @param over whether another's claim gives way
     */
    record Taking(UUID submissionId, String holder, @Nullable String by, Duration lease, boolean over) {
    }

    /** True where it is the holder's now. */
    Uni<Boolean> take(Taking taking) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(TAKE)
                .setParameter("submission", taking.submissionId()).setParameter("holder", taking.holder())
                .setParameter("lease", (double) taking.lease().toSeconds()).setParameter("by", taking.by())
                .setParameter("over", taking.over()).executeUpdate()).map(rows -> rows == 1);
    }

    Uni<Void> renew(UUID submissionId, String holder, Duration lease) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(RENEW)
                .setParameter("submission", submissionId).setParameter("holder", holder)
                .setParameter("lease", (double) lease.toSeconds()).executeUpdate()).replaceWithVoid();
    }

    Uni<Void> release(UUID submissionId, String holder, boolean over) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(RELEASE)
                .setParameter("submission", submissionId).setParameter("holder", holder).setParameter("over", over)
                .executeUpdate()).replaceWithVoid();
    }

    /** What was asked is answered, or no longer asked. */
    Uni<Void> drop(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(DROP)
                .setParameter("submission", submissionId).executeUpdate()).replaceWithVoid();
    }

    /** Null where nobody looks after it. */
    Uni<@Nullable Claim> current(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(CURRENT, ClaimRow.class)
                .setParameter("submission", submissionId).getSingleResultOrNull()
                .call(row -> row == null ? Uni.createFrom().voidItem() : session.refresh(row)))
                .map(row -> row == null ? null : row.claim());
    }
}
