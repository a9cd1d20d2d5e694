package dev.touchstone.review.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.review.ReviewConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Tells operators how many cases wait for a person, how many too long, and how long the oldest does. Looked up now and then,
 * not
 * when a scraper asks: whoever reads metrics must not be able to load the database.
 */
@ApplicationScoped
class QueueMeters {

    private static final Logger LOG = Logger.getLogger(QueueMeters.class);
    private static final long REST_MILLIS = 15_000;
    private static final String LOOK = """
            select count(*) as waiting, count(*) filter (where since <= $1) as overdue, min(since) as oldest
            from review_case where section = 'waiting'""";

    private final Pool pool;
    private final ReviewConfig config;
    private final Clock clock;
    private final Vertx vertx;
    /** Not a number until the first look: nobody knows. */
    private volatile Seen seen = new Seen(Double.NaN, Double.NaN, Double.NaN);
    private long timer;

    QueueMeters(Pool pool, ReviewConfig config, Clock clock, Vertx vertx, MeterRegistry meters) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        Gauge.builder("touchstone.review.waiting", () -> seen.waiting()).description("Cases that await a decision")
                .register(meters);
        Gauge.builder("touchstone.review.overdue", () -> seen.overdue())
                .description("Cases that await a decision for longer than they should").register(meters);
        Gauge.builder("touchstone.review.oldest", () -> seen.oldestSeconds()).baseUnit("seconds")
                .description("How long the oldest case awaits a decision, 0 where none does").register(meters);
    }

    private record Seen(double waiting, double overdue, double oldestSeconds) {
    }

    void start(@Observes StartupEvent event) {
        look();
        timer = vertx.setPeriodic(REST_MILLIS, tick -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        Instant now = clock.instant();
        pool.preparedQuery(LOOK).execute(Tuple.of(now.minus(config.sla()).atOffset(ZoneOffset.UTC)))
                .map(rows -> seen(rows.iterator().next(), now))
                .subscribe()
                .with(latest -> seen = latest, away -> LOG.debugf("the queue was not measured: %s", away.toString()));
    }

    private static Seen seen(Row row, Instant now) {
        double oldest = row.getOffsetDateTime("oldest") == null ? 0
                : Math.max(0, Duration.between(row.getOffsetDateTime("oldest").toInstant(), now).toSeconds());
        return new Seen(row.getLong("waiting"), row.getLong("overdue"), oldest);
    }
}
