package dev.touchstone.submission.intake;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.events.jobs.Blocking;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Forgets Idempotency-Keys that are older than they are remembered. Any number of replicas may do so at a time. */
@ApplicationScoped
class ForgetKeys {

    private static final Logger LOG = Logger.getLogger(ForgetKeys.class);

    private final IdempotencyKeys keys;

    ForgetKeys(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        LOG.debugf("idempotency keys forgotten count=%d", Blocking.inTransaction(keys::forget));
    }
}
