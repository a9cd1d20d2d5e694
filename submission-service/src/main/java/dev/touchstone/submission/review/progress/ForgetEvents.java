package dev.touchstone.submission.review.progress;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Forgets the events of reviews that ended long ago; the ledger and the W&amp;B run keep theirs. Any replica may do so. */
@ApplicationScoped
class ForgetEvents {

    private static final Logger LOG = Logger.getLogger(ForgetEvents.class);
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final EventLog log;
    private final Clock clock;
    private final ProgressConfig config;
    private final Thread thread = Thread.ofVirtual().name("forget-events").unstarted(this::run);

    ForgetEvents(EventLog log, Clock clock, ProgressConfig config) {
        this.log = log;
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
                    LOG.warnf("no events forgotten, trying again later: %s", unavailable.toString());
                }
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void forget() {
        log.forget(clock.instant().minus(config.keepEvents())).await().indefinitely();
    }
}
