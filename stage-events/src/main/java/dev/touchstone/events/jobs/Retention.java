package dev.touchstone.events.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Forgets once an hour what has served its time. */
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final List<Forgettable> all;
    private final Clock clock;
    private final Thread thread = Thread.ofVirtual().name("retention").unstarted(this::run);

    Retention(@All List<Forgettable> all, Clock clock) {
        this.all = all;
        this.clock = clock;
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
                all.forEach(this::forget);
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be forgotten now must not keep the rest. */
    private void forget(Forgettable rows) {
        try {
            rows.forget(clock.instant());
        } catch (RuntimeException unavailable) {
            LOG.warnf("nothing forgotten, trying again later: %s", unavailable.toString());
        }
    }
}
