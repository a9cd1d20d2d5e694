package dev.touchstone.review.record;

import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.outbox.WakeUp;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/**
 * Goes on with a rebuild that somebody asked for, one submission a transaction, while the service runs. Concurrency: the
 * rebuild's
 * row is locked first, then the review's clock; the handler of events takes only the second.
 */
@ApplicationScoped
class Rebuilding {

    private static final Logger LOG = Logger.getLogger(Rebuilding.class);
    private static final String TABLE = "rebuild";

    private final Rebuilds rebuilds;
    private final ReadModel readModel;
    private final WakeUp wakeUp;
    private final DeliveryConfig delivery;
    private final Thread thread = Thread.ofVirtual().name("rebuild").unstarted(this::run);

    Rebuilding(Rebuilds rebuilds, ReadModel readModel, WakeUp wakeUp, DeliveryConfig delivery) {
        this.rebuilds = rebuilds;
        this.readModel = readModel;
        this.wakeUp = wakeUp;
        this.delivery = delivery;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(1));
    }

    /** Deals with the next submission; false where nothing is to be done here. */
    boolean next() {
        return Blocking.inTransaction(() -> rebuilds.turn()
                .flatMap(rebuild -> rebuild == null ? Uni.createFrom().item(false) : next(rebuild).replaceWith(true)));
    }

    private Uni<Void> next(RebuildRow rebuild) {
        return rebuilds.next(rebuild).flatMap(submission -> submission
                .map(id -> readModel.rebuild(id).flatMap(rebuilt -> rebuilds.done(rebuild, id, rebuilt)))
                .orElseGet(() -> rebuilds.end(rebuild)));
    }

    private void run() {
        try {
            while (true) {
                try {
                    if (!next()) {
                        wakeUp.await(TABLE, delivery.pollInterval());
                    }
                } catch (RuntimeException unavailable) {
                    LOG.warnf("rebuild waits: %s", unavailable.toString());
                    Thread.sleep(delivery.retryWait());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
