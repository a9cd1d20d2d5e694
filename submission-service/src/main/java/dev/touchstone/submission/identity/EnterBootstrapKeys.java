package dev.touchstone.submission.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.access.ApiKey;
import dev.touchstone.submission.identity.IdentityConfig.Bootstrap;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Puts the configuration's keys in force at the start, and takes those out of force that it no longer names or names
 * with another secret. Replicas that start at once do the same thing twice, which changes nothing.
 */
@ApplicationScoped
class EnterBootstrapKeys {

    private static final Logger LOG = Logger.getLogger(EnterBootstrapKeys.class);
    private static final String BY = "configuration";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String ORGANIZATION = """
            insert into organization (id, name, created_at, created_by) values ($1, $1, $2, $3) on conflict do nothing""";

    /** A key that a person revoked stays so: a restart must not undo it. Another secret is another key. */
    private static final String KEY = """
            insert into api_key (id, organization_id, name, digest, hint, scopes, bootstrap, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (bootstrap) do update set organization_id = excluded.organization_id, name = excluded.name,
                digest = excluded.digest, hint = excluded.hint, scopes = excluded.scopes,
                revoked_at = case when api_key.digest = excluded.digest and api_key.revoked_by <> excluded.created_by
                             then api_key.revoked_at end,
                revoked_by = case when api_key.digest = excluded.digest and api_key.revoked_by <> excluded.created_by
                             then api_key.revoked_by end
            returning revoked_at is null as in_force""";

    private static final String NO_LONGER_NAMED = """
            update api_key set revoked_at = $2, revoked_by = $3
            where bootstrap is not null and bootstrap <> all ($1) and revoked_at is null""";

    private final Pool pool;
    private final Clock clock;
    private final IdentityConfig config;

    EnterBootstrapKeys(Pool pool, Clock clock, IdentityConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    void enter(@Observes StartupEvent start) {
        pool.withTransaction(database -> retire(database).chain(() -> enterAll(database))).await().atMost(PATIENCE);
    }

    private Uni<Void> retire(SqlClient database) {
        String[] named = config.bootstrap().keySet().toArray(String[]::new);
        return database.preparedQuery(NO_LONGER_NAMED).execute(Tuple.of(named, now(), BY)).replaceWithVoid();
    }

    private Uni<Void> enterAll(SqlClient database) {
        Uni<Void> entered = Uni.createFrom().voidItem();
        for (Map.Entry<String, Bootstrap> each : config.bootstrap().entrySet()) {
            entered = entered.chain(() -> enter(database, each.getKey(), each.getValue()));
        }
        return entered;
    }

    private Uni<Void> enter(SqlClient database, String name, Bootstrap key) {
        return database.preparedQuery(ORGANIZATION).execute(Tuple.of(key.organization(), now(), BY))
                .chain(() -> database.preparedQuery(KEY).execute(row(name, key)))
                .invoke(rows -> tell(name, key, rows)).replaceWithVoid();
    }

    private Tuple row(String bootstrap, Bootstrap key) {
        ApiKey secret = new ApiKey(key.key());
        return Tuple.tuple().addUUID(UUID.randomUUID()).addString(key.organization())
                .addString(key.name().orElse(bootstrap)).addString(secret.digest()).addString(secret.hint())
                .addArrayOfString(key.roles().toArray(String[]::new)).addString(bootstrap).addValue(now()).addString(BY);
    }

    private static void tell(String name, Bootstrap key, RowSet<Row> rows) {
        if (rows.iterator().next().getBoolean("in_force")) {
            LOG.infof("bootstrap key in force: name=%s hint=%s organization=%s roles=%s", name,
                    new ApiKey(key.key()).hint(), key.organization(), key.roles());
        } else {
            LOG.warnf("bootstrap key was revoked and stays so: name=%s; configure another secret", name);
        }
    }

    private OffsetDateTime now() {
        return Columns.timestamp(clock.instant());
    }
}
