package dev.touchstone.submission.review.progress;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.jobs.Forgettable;

/** The events of reviews that ended long ago; the ledger and the W&amp;B run keep theirs. */
@ApplicationScoped
class ForgetEvents implements Forgettable {

    private final EventLog log;
    private final ProgressConfig config;

    ForgetEvents(EventLog log, ProgressConfig config) {
        this.log = log;
        this.config = config;
    }

    @Override
    public void forget(Instant now) {
        log.forget(now.minus(config.keepEvents())).await().indefinitely();
    }
}
