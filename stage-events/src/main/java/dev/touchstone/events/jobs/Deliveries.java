package dev.touchstone.events.jobs;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.DeliveryConfig;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** What can no longer be delivered twice. */
@ApplicationScoped
class Deliveries implements Forgettable {

    private static final List<String> FORGET = List.of(
            "delete from inbox where received_at < $1",
            "delete from job where state = 'done' and ended_at < $1",
            "delete from stopped_round where stopped_at < $1");

    private final Pool pool;
    private final DeliveryConfig config;

    Deliveries(Pool pool, DeliveryConfig config) {
        this.pool = pool;
        this.config = config;
    }

    @Override
    public void forget(Instant now) {
        OffsetDateTime oldest = now.minus(config.keep()).atOffset(ZoneOffset.UTC);
        for (String sql : FORGET) {
            pool.preparedQuery(sql).execute(Tuple.of(oldest)).await().indefinitely();
        }
    }
}
