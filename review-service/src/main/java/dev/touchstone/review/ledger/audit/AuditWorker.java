package dev.touchstone.review.ledger.audit;

import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.outbox.WakeUp;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Sees to it that what is due is posted: told by the database, and looking now and then in case it was not. */
@ApplicationScoped
class AuditWorker {

    private static final Logger LOG = Logger.getLogger(AuditWorker.class);
    private static final String TABLE = "ledger_upload";

    private final AuditSetup setup;
    private final AuditQueue queue;
    private final WakeUp wakeUp;
    private final DeliveryConfig delivery;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {
    });

    AuditWorker(AuditSetup setup, AuditQueue queue, WakeUp wakeUp, DeliveryConfig delivery) {
        this.setup = setup;
        this.queue = queue;
        this.wakeUp = wakeUp;
        this.delivery = delivery;
    }

    void start(@Observes StartupEvent event) {
        setup.posts().ifPresent(posts -> thread = Thread.ofVirtual().name("ledger-audit").start(() -> run(posts)));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.interrupt();
        if (thread.isAlive()) {
            thread.join(TimeUnit.SECONDS.toMillis(1));
        }
    }

    private void run(AuditPosts posts) {
        boolean caughtUp = false;
        try (posts) {
            while (true) {
                try {
                    caughtUp = caughtUp || caughtUp();
                    if (!posts.next()) {
                        wakeUp.await(TABLE, delivery.pollInterval());
                    }
                } catch (RuntimeException unavailable) {
                    LOG.warnf("no entry can be posted, trying again: %s", unavailable.toString());
                    Thread.sleep(delivery.retryWait());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean caughtUp() {
        int added = Blocking.inTransaction(queue::catchUp);
        if (added > 0) {
            LOG.infof("ledger-upload entries=%d of before now wait for the audit endpoint", added);
        }
        return true;
    }
}
