package dev.touchstone.submission.intake;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.jobs.Forgettable;

/** Idempotency-Keys that are older than they are remembered. */
@ApplicationScoped
class ForgetKeys implements Forgettable {

    private static final Logger LOG = Logger.getLogger(ForgetKeys.class);

    private final IdempotencyKeys keys;

    ForgetKeys(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public void forget(Instant now) {
        LOG.debugf("idempotency keys forgotten count=%d", Blocking.inTransaction(() -> keys.forget(now)));
    }
}
