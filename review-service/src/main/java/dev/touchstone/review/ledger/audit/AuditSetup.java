package dev.touchstone.review.ledger.audit;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

/** Makes what posts of what is configured. */
@ApplicationScoped
class AuditSetup {

    private final AuditConfig config;
    private final AuditTurns turns;
    private final MeterRegistry meters;
    private final Clock clock;

    AuditSetup(AuditConfig config, AuditTurns turns, MeterRegistry meters, Clock clock) {
        this.config = config;
        this.turns = turns;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Empty where no endpoint is named. Whoever asks closes it.
     *
     * @throws IllegalStateException if no endpoint could be there
     */
    Optional<AuditPosts> posts() {
        return config.url().map(url -> new AuditPosts(turns,
                new AuditEndpoint(url, config.key(), config.timeout(), clock), config, meters));
    }
}
