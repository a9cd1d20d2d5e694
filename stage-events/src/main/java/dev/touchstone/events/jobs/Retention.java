package dev.touchstone.events.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.DeliveryConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Forgets what can no longer be delivered twice. Any number of replicas may do so at a time. */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final List<String> FORGET = List.of(
            "delete from inbox where received_at < $1",
            "delete from job where state = 'done' and ended_at < $1");

    private final Pool pool;
    private final Clock clock;
    private final DeliveryConfig config;
    private final Thread thread = Thread.ofVirtual().name("retention").unstarted(this::run);

    Retention(Pool pool, Clock clock, DeliveryConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                try {
                    forget();
                } catch (RuntimeException unavailable) {
                    LOG.warnf("nothing forgotten, trying again later: %s", unavailable.toString());
                }
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void forget() {
        OffsetDateTime oldest = clock.instant().minus(config.keep()).atOffset(ZoneOffset.UTC);
        for (String sql : FORGET) {
            pool.preparedQuery(sql).execute(Tuple.of(oldest)).await().indefinitely();
        }
    }
}
