package dev.touchstone.review.ledger.audit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

/** Figures of what the audit endpoint has not taken yet, counted in the database: every replica reports the whole. */
@ApplicationScoped
class AuditBacklog {

    private static final Logger LOG = Logger.getLogger(AuditBacklog.class);
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final String COUNT = """
            select count(*) filter (where state = 'waiting'), count(*) filter (where state = 'failed'),
                   coalesce(extract(epoch from now() - min(asked_at)), 0)::bigint
            from ledger_upload where state <> 'delivered'""";

    private final Pool pool;
    private final AuditQueue queue;
    private final MeterRegistry meters;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong oldestSeconds = new AtomicLong();
    private final Thread counter = Thread.ofVirtual().name("ledger-audit-backlog").unstarted(this::run);

    AuditBacklog(Pool pool, AuditQueue queue, MeterRegistry meters) {
        this.pool = pool;
        this.queue = queue;
        this.meters = meters;
    }

    /** Without an endpoint there is nothing to count, which is not the same as nothing waiting. */
    void start(@Observes StartupEvent event) {
        if (queue.isOn()) {
            Gauge.builder("touchstone.ledger.audit.entries", waiting, AtomicLong::get).tag("state", "waiting").register(meters);
            Gauge.builder("touchstone.ledger.audit.entries", failed, AtomicLong::get).tag("state", "failed").register(meters);
            Gauge.builder("touchstone.ledger.audit.oldest", oldestSeconds, AtomicLong::get).baseUnit("seconds")
                    .register(meters);
            counter.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        counter.interrupt();
        if (counter.isAlive()) {
            counter.join(TimeUnit.SECONDS.toMillis(1));
        }
    }

    private void run() {
        try {
            while (true) {
                count();
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void count() {
        try {
            Row counted = pool.query(COUNT).execute().await().indefinitely().iterator().next();
            waiting.set(counted.getLong(0));
            failed.set(counted.getLong(1));
            oldestSeconds.set(counted.getLong(2));
        } catch (RuntimeException unavailable) {
            // The figures stand still then, and look healthy.
            LOG.warnf("uploads not counted: %s", unavailable.toString());
        }
    }
}
