package dev.touchstone.review.ledger.audit;

import java.time.Duration;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Posts what is due, one entry after the other. An endpoint that is away is asked again with growing pauses, for as long as it
 * takes: the order is kept, so what comes later waits, and nothing else does.
 */
final class AuditPosts implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(AuditPosts.class);
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 20;

    private final AuditTurns turns;
    private final AuditEndpoint endpoint;
    private final AuditConfig config;
    private final MeterRegistry meters;

    AuditPosts(AuditTurns turns, AuditEndpoint endpoint, AuditConfig config, MeterRegistry meters) {
        this.turns = turns;
        this.endpoint = endpoint;
        this.config = config;
        this.meters = meters;
    }

    /**
     * Posts the entry whose turn it is.
     *
     * @return false where there was nothing to do now
     * @throws InterruptedException if the thread was asked to stop
     */
    boolean next() throws InterruptedException {
        Optional<Due> due = turns.claim(config.timeout().multipliedBy(2).plus(MARGIN));
        if (due.isPresent()) {
            post(due.get());
        }
        return due.isPresent();
    }

    private void post(Due due) throws InterruptedException {
        Posted posted = endpoint.post(due.entry());
        switch (posted) {
            case Posted.Taken ignored -> {
                turns.settle(due, posted, Duration.ZERO);
                meters.counter("touchstone.ledger.audit.posts", "outcome", "taken").increment();
            }
            case Posted.NotTaken(String reason, Optional<Duration> after) -> {
                Duration wait = wait(due.attempts(), after, config);
                turns.settle(due, posted, wait);
                meters.counter("touchstone.ledger.audit.posts", "outcome", "not-taken").increment();
                LOG.warnf("ledger-upload index=%d attempt=%d wait=%s not taken: %s", due.entry().index(), due.attempts() + 1,
                        wait, reason);
            }
        }
    }

    @Override
    public void close() {
        endpoint.close();
    }

    /** Doubled with each attempt, or what the endpoint asks for where that is longer; bounded. */
    static Duration wait(int attempts, Optional<Duration> asked, AuditConfig config) {
        Duration own = config.retryWait().multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        Duration wanted = asked.filter(pause -> pause.compareTo(own) > 0).orElse(own);
        return wanted.compareTo(config.longestRetryWait()) > 0 ? config.longestRetryWait() : wanted;
    }
}
