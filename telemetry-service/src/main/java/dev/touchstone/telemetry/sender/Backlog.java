package dev.touchstone.telemetry.sender;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.RecordStatement.RunState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

/**
 * Figures of what waits, counted in the database now and then: every replica reports the whole, so dashboards take the
 * maximum, not the sum.
 */
@ApplicationScoped
class Backlog {

    private static final Logger LOG = Logger.getLogger(Backlog.class);

    private static final String WAITING = """
            select coalesce(sum(r.lines - r.sent_lines), 0)::bigint,
                   coalesce(extract(epoch from now() - min(w.stored_at)), 0)::bigint
            from wandb_run r left join wandb_row w on w.submission_id = r.submission_id and w.line = r.sent_lines
            where r.sent_lines < r.lines and r.state is distinct from 'OFFLINE'""";
    private static final String UPLOADS = """
            select count(*) from wandb_upload u join wandb_run r using (submission_id)
            where u.state = 'PENDING' and r.state is distinct from 'OFFLINE'""";
    private static final String STATES = "select state, count(*) from wandb_run where state is not null group by state";

    private final Pool pool;
    private final Duration interval;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong oldestSeconds = new AtomicLong();
    private final AtomicLong uploads = new AtomicLong();
    private final Map<RunState, AtomicLong> runs = new EnumMap<>(RunState.class);
    private final Thread counter = Thread.ofVirtual().name("run-backlog").unstarted(this::count);

    Backlog(Pool pool, SenderConfig config, MeterRegistry meters) {
        this.pool = pool;
        this.interval = config.backlogInterval();
        Gauge.builder("touchstone.wandb.rows.waiting", rows, AtomicLong::get).register(meters);
        Gauge.builder("touchstone.wandb.oldest.unsent", oldestSeconds, AtomicLong::get).baseUnit("seconds")
                .register(meters);
        Gauge.builder("touchstone.wandb.uploads.waiting", uploads, AtomicLong::get).register(meters);
        for (RunState state : RunState.values()) {
            AtomicLong count = new AtomicLong();
            runs.put(state, count);
            Gauge.builder("touchstone.wandb.runs", count, AtomicLong::get).tag("state", state.key()).register(meters);
        }
    }

    void start(@Observes StartupEvent event) {
        counter.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        counter.interrupt();
        counter.join(TimeUnit.SECONDS.toMillis(1));
    }

    private void count() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                refresh();
                Thread.sleep(interval);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException unavailable) {
                LOG.debugf("backlog not counted: %s", unavailable.toString());
                if (!rested()) {
                    return;
                }
            }
        }
    }

    private boolean rested() {
        try {
            Thread.sleep(interval);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private void refresh() {
        Row waiting = pool.query(WAITING).execute().await().indefinitely().iterator().next();
        rows.set(waiting.getLong(0));
        oldestSeconds.set(waiting.getLong(1));
        uploads.set(pool.query(UPLOADS).execute().await().indefinitely().iterator().next().getLong(0));
        Map<String, Long> states = new HashMap<>();
        for (Row row : pool.query(STATES).execute().await().indefinitely()) {
            states.put(row.getString(0), row.getLong(1));
        }
        runs.forEach((state, count) -> count.set(states.getOrDefault(state.name(), 0L)));
    }
}
