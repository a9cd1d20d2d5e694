package dev.touchstone.submission.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.Stage;
import dev.touchstone.events.jobs.Blocking;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Sees to it that what was accepted is carried out: an attempt that does not start or end in its time is told as stalled
 * and offered again under the same identity. Whoever has it already knows the offer by its attempt, so nothing is done
 * twice; who has lost it makes it a job again.
 */
@ApplicationScoped
class Watchdog {

    private static final Logger LOG = Logger.getLogger(Watchdog.class);
    private static final int PAGE = 200;
    private static final long STOP_SECONDS = 5;

    private final StalledReviews reviews;
    private final WatchdogConfig config;
    private final Clock clock;
    private final MeterRegistry meters;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("watchdog").unstarted(this::run);

    Watchdog(StalledReviews reviews, WatchdogConfig config, Clock clock, MeterRegistry meters) {
        this.reviews = reviews;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /** A look that is under way ends; its transactions are short, and the database outlives this bean. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    }

    private void run() {
        try {
            while (!stopped.await(config.every().toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Offers all that is due. Reviews that cannot be offered stay due, so a page of nothing else ends the look. */
    void look() {
        Instant now = clock.instant();
        List<UUID> page;
        long offered;
        do {
            page = due(now);
            offered = page.stream().filter(submissionId -> stopped.getCount() > 0 && offerAgain(submissionId, now)).count();
        } while (page.size() == PAGE && offered > 0);
    }

    private List<UUID> due(Instant now) {
        try {
            return Blocking.inTransaction(() -> reviews.due(now, PAGE));
        } catch (RuntimeException unavailable) {
            LOG.warnf("reviews not looked through, trying again: %s", unavailable.toString());
            return List.of();
        }
    }

    /** One review that cannot be offered must not keep the others from it. */
    private boolean offerAgain(UUID submissionId, Instant now) {
        try {
            Optional<Stage> offered = Blocking.inTransaction(() -> reviews.offerAgain(submissionId, now));
            offered.ifPresent(stage -> {
                LOG.warnf("stalled submission=%s stage=%s", submissionId, stage.key());
                meters.counter("touchstone.watchdog.stalled", "stage", stage.key()).increment();
            });
            return offered.isPresent();
        } catch (RuntimeException failure) {
            LOG.warnf("not offered again submission=%s: %s", submissionId, failure.toString());
            return false;
        }
    }
}
