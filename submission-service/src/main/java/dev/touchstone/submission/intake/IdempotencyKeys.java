package dev.touchstone.submission.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The Idempotency-Keys. Every method joins the caller's transaction. Concurrency: of several requests with one key the
 * primary key lets one claim it, in a transaction of its own; the submission and the end of the claim are one transaction
 * again, which fails where the claim ran out meanwhile and somebody else has taken it.
 */
@ApplicationScoped
class IdempotencyKeys {

    /** Longer than any request can take: all that a request waits for has a shorter limit. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final String CLAIM = """
            insert into idempotency_key as held (organization_id, key, request_digest, claim, claimed_until, created_at)
            values (:organization, :key, :digest, :claim, :until, :now)
            on conflict (organization_id, key) do update set request_digest = excluded.request_digest,
                claim = excluded.claim, claimed_until = excluded.claimed_until, created_at = excluded.created_at,
                submission_id = null
            where held.created_at < :forgotten or (held.submission_id is null and held.claimed_until < :now)""";
    private static final String FIND = """
            select request_digest, submission_id from idempotency_key where organization_id = :organization and key = :key""";
    private static final String MINE = """
            where organization_id = :organization and key = :key and claim = :claim and submission_id is null""";
    private static final String KEEP = "update idempotency_key set submission_id = :submission " + MINE;
    private static final String RELEASE = "delete from idempotency_key " + MINE;
    private static final String FORGET = """
            delete from idempotency_key
            where created_at < :forgotten and (submission_id is not null or claimed_until < :now)""";

    private final IntakeConfig config;
    private final Clock clock;

    IdempotencyKeys(IntakeConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Uni<Claim> claim(String organizationId, String key, String digest) {
        Claim.Mine mine = new Claim.Mine(organizationId, key, UUID.randomUUID());
        Instant now = clock.instant();
        return Panache.getSession().flatMap(session -> of(mine, session.createNativeQuery(CLAIM))
                .setParameter("digest", digest).setParameter("until", now.plus(LEASE)).setParameter("now", now)
                .setParameter("forgotten", forgotten(now)).executeUpdate())
                .flatMap(claimed -> claimed == 1 ? Uni.createFrom().item(mine) : standing(mine, digest));
    }

    private static Uni<Claim> standing(Claim.Mine wanted, String digest) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(FIND, Object[].class)
                .setParameter("organization", wanted.organizationId()).setParameter("key", wanted.key())
                .getSingleResultOrNull()).map(row -> standing(row, digest));
    }

    /** @param row null where the claim was given back a moment ago */
    private static Claim standing(Object @Nullable [] row, String digest) {
        if (row == null) {
            return new Claim.Busy();
        }
        if (!digest.equals(row[0])) {
            return new Claim.Reused();
        }
        return row[1] == null ? new Claim.Busy() : new Claim.Answered((UUID) row[1]);
    }

    /**
     * Ends the claim with a submission.
     *
     * @return false where it is no longer the caller's, whose transaction must not commit then
     */
    Uni<Boolean> keep(Claim.Mine mine, UUID submissionId) {
        return Panache.getSession().flatMap(session -> of(mine, session.createNativeQuery(KEEP))
                .setParameter("submission", submissionId).executeUpdate()).map(kept -> kept == 1);
    }

    /** Ends the claim of a request that was refused: once it is mended it may come again under the same key. */
    Uni<Void> release(Claim.Mine mine) {
        return Panache.getSession()
                .flatMap(session -> of(mine, session.createNativeQuery(RELEASE)).executeUpdate()).replaceWithVoid();
    }

    Uni<Integer> forget(Instant now) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(FORGET)
                .setParameter("forgotten", forgotten(now)).setParameter("now", now).executeUpdate());
    }

    private Instant forgotten(Instant now) {
        return now.minus(config.idempotency().retention());
    }

    private static Mutiny.MutationQuery of(Claim.Mine mine, Mutiny.MutationQuery query) {
        return query.setParameter("organization", mine.organizationId()).setParameter("key", mine.key())
                .setParameter("claim", mine.id());
    }
}
