package dev.touchstone.review.ledger;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.jobs.Blocking;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/**
 * Has the ledger signed whether or not anybody asks, so that what is rewritten later is always beyond a head that was kept.
 * Every replica does so: they sign alike.
 */
@ApplicationScoped
class KeepCheckpoints {

    private static final Logger LOG = Logger.getLogger(KeepCheckpoints.class);
    private static final long STOP_SECONDS = 5;

    private final LedgerTree tree;
    private final Checkpoints checkpoints;
    private final LedgerConfig config;
    private final Clock clock;
    private final AtomicLong size;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("keep-checkpoints").unstarted(this::run);

    /** The size is counted in the database, so every replica tells the whole of it: the maximum counts, not the sum. */
    KeepCheckpoints(LedgerTree tree, Checkpoints checkpoints, LedgerConfig config, Clock clock, MeterRegistry meters) {
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.config = config;
        this.clock = clock;
        this.size = meters.gauge("touchstone.ledger.size", new AtomicLong());
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    }

    private void run() {
        try {
            do {
                look();
            } while (!stopped.await(config.lookEvery().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Signs all that is due; what fails is due again. */
    void look() {
        try {
            for (long due : Blocking.inTransaction(this::due)) {
                Blocking.inTransaction(() -> checkpoints.signed(due));
            }
        } catch (RuntimeException unavailable) {
            LOG.warnf("ledger not signed, trying again: %s", unavailable.toString());
        }
    }

    private Uni<List<Long>> due() {
        Due rule = new Due(config.checkpointEvery(), config.checkpointWithin());
        return tree.size().invoke(size::set)
                .flatMap(now -> checkpoints.last().map(last -> rule.sizes(now, last, clock.instant())));
    }
}
