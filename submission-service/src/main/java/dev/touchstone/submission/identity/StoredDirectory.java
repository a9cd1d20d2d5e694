package dev.touchstone.submission.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Directory;
import dev.touchstone.events.access.Grant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The directory on its tables. That a key was used is written beside the answer and not before it, by statements that
 * find nothing to do more often than once a minute, whatever the number of replicas.
 */
@ApplicationScoped
class StoredDirectory implements Directory {

    private static final Logger LOG = Logger.getLogger(StoredDirectory.class);
    private static final Duration USE_IS_NOTED = Duration.ofMinutes(1);

    private static final String OF_KEY = """
            select name, organization_id, scopes from api_key
            where digest = $1 and revoked_at is null and (expires_at is null or expires_at > $2)""";

    private static final String OF_SUBJECT = """
            select name, organization_id, scopes from member
            where issuer = $1 and subject = $2 and removed_at is null""";

    private static final String USED = """
            update api_key set last_used_at = $2
            where digest = $1 and (last_used_at is null or last_used_at <= $3)""";

    private final Pool pool;
    private final Clock clock;

    StoredDirectory(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<@Nullable Grant> ofKey(String keyDigest) {
        return pool.preparedQuery(OF_KEY).execute(Tuple.of(keyDigest, now())).map(StoredDirectory::grant)
                .invoke(grant -> noteUse(grant, keyDigest));
    }

    @Override
    public Uni<@Nullable Grant> ofSubject(String issuer, String subject) {
        return pool.preparedQuery(OF_SUBJECT).execute(Tuple.of(issuer, subject)).map(StoredDirectory::grant);
    }

    private void noteUse(@Nullable Grant grant, String keyDigest) {
        if (grant != null) {
            pool.preparedQuery(USED).execute(Tuple.of(keyDigest, now(), now().minus(USE_IS_NOTED))).subscribe().with(
                    noted -> LOG.tracef("a key's use was noted"),
                    failure -> LOG.debugf("a key's use was not noted: %s", failure.getMessage()));
        }
    }

    private static @Nullable Grant grant(RowSet<Row> rows) {
        for (Row row : rows) {
            return new Grant(row.getString("name"), row.getString("organization_id"),
                    Columns.names(row, "scopes"));
        }
        return null;
    }

    private OffsetDateTime now() {
        return Columns.timestamp(clock.instant());
    }
}
