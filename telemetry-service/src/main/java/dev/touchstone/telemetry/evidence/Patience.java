package dev.touchstone.telemetry.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** How long is waited for what does not depend on W&amp;B: a run must come to its end. */
@ApplicationScoped
class Patience {

    /** While W&amp;B is away for a day nothing is tried: then one failure is no reason to give up. */
    private static final int LEAST_TRIES = 4;

    private final EvidenceConfig config;
    private final AlertsConfig alerts;
    private final Clock clock;

    Patience(EvidenceConfig config, AlertsConfig alerts, Clock clock) {
        this.config = config;
        this.alerts = alerts;
        this.clock = clock;
    }

    Settlement with(Upload upload, String reason) {
        return with(upload, reason, Optional.empty());
    }

    /**
     * What becomes of an upload that failed once more.
     *
     * @param asked how long somebody asks to wait
     */
    Settlement with(Upload upload, String reason, Optional<Duration> asked) {
        Instant now = clock.instant();
        Instant since = upload.waiting().since();
        boolean longEnough = since != null && !now.isBefore(since.plus(config.longestWait()));
        return longEnough && upload.waiting().tries() >= LEAST_TRIES
                ? new Settlement.Refused("given up after " + words(config.longestWait()) + ": " + reason)
                : new Settlement.Postponed(reason, now.plus(asked.orElseGet(() -> wait(upload.waiting().tries()))));
    }

    boolean isNewsNoMore(Upload alert) {
        return clock.instant().isAfter(alert.waiting().recordedAt().plus(alerts.longestDelay()));
    }

    private Duration wait(int tries) {
        Duration doubled = config.retryWait().multipliedBy(1L << Math.min(tries, 20));
        return doubled.compareTo(config.longestRetryWait()) < 0 ? doubled : config.longestRetryWait();
    }

    private static String words(Duration span) {
        return span.toHours() > 0 ? span.toHours() + " h" : span.toSeconds() + " s";
    }
}
