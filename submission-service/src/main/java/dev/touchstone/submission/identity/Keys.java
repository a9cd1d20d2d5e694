package dev.touchstone.submission.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.ApiKey;
import dev.touchstone.submission.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** The API keys. Of a secret only the digest and a hint are kept. */
@ApplicationScoped
class Keys {

    /** So many that nobody misses one, and so few that a person can look through them. */
    static final int MOST_IN_FORCE = 100;

    private static final String ADD = """
            insert into api_key (id, organization_id, name, digest, hint, scopes, created_at, created_by, expires_at)
            select $1, $2, $3, $4, $5, $6, $7, $8, $9
            where (select count(*) from api_key where organization_id = $2 and revoked_at is null
                   and (expires_at is null or expires_at > $7)) < $10
            returning *""";

    private static final String PAGE = """
            select * from api_key
            where organization_id = $1 and ($2::timestamptz is null or (created_at, id) > ($2, $3))
            order by created_at, id limit $4""";

    private static final String REVOKE = """
            update api_key set revoked_at = coalesce(revoked_at, $3), revoked_by = coalesce(revoked_by, $4)
            where organization_id = $1 and id = $2 returning *""";

    private final Pool pool;
    private final Clock clock;
    private final KnownGrants known;
    private final SecureRandom randomness = new SecureRandom();

    Keys(Pool pool, Clock clock, KnownGrants known) {
        this.pool = pool;
        this.clock = clock;
        this.known = known;
    }

    Instant now() {
        return clock.instant();
    }

    /** Empty where the organisation has {@link #MOST_IN_FORCE} already. */
    Uni<Optional<CreatedKey>> add(String organizationId, NewKey key, String by) {
        ApiKey secret = ApiKey.random(randomness);
        Tuple row = Tuple.tuple().addUUID(UUID.randomUUID()).addString(organizationId).addString(key.name())
                .addString(secret.digest()).addString(secret.hint()).addArrayOfString(key.scopes().toArray(String[]::new))
                .addValue(Columns.timestamp(now())).addString(by)
                .addValue(key.expiresAt() == null ? null : Columns.timestamp(key.expiresAt())).addInteger(MOST_IN_FORCE);
        return pool.preparedQuery(ADD).execute(row).map(rows -> Columns.all(rows, KeyView::of).stream().findFirst()
                .map(added -> new CreatedKey(secret.secret(), added)));
    }

    Uni<Page<KeyView>> page(String organizationId, @Nullable String after, int limit) {
        return pool.preparedQuery(PAGE).execute(After.of(after).parameters(organizationId, limit))
                .map(rows -> Page.of(Columns.all(rows, KeyView::of), limit, row -> After.cursor(row.createdAt(), row.keyId())));
    }

    /** Empty where the organisation never had such a key. What was revoked before stays as it was. */
    Uni<Optional<KeyView>> revoke(String organizationId, UUID keyId, String by) {
        return pool.preparedQuery(REVOKE).execute(Tuple.of(organizationId, keyId, Columns.timestamp(now()), by))
                .map(rows -> Columns.all(rows, KeyView::of).stream().findFirst())
                .call(revoked -> revoked.map(key -> known.forgetKey(key.digest()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
