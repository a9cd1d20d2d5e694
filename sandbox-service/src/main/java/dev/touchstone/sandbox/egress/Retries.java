package dev.touchstone.sandbox.egress;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.touchstone.sandbox.FailureCode;

/**
 * Whether and when to send again. What passes with time is tried again: 408, 425, 429, 5xx and a connection that could not
 * be made. A broken one is not, since the agent may already have acted on the request.
 */
@ApplicationScoped
class Retries {

    private final EgressConfig config;
    private final Clock clock;
    private final RandomGenerator random;

    @Inject
    Retries(EgressConfig config, Clock clock) {
        this(config, clock, RandomGenerator.getDefault());
    }

    Retries(EgressConfig config, Clock clock, RandomGenerator random) {
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /**
     * How long to wait before sending again; empty to leave it at what came.
     *
     * @param sent how often it was sent, at least once
     */
    Optional<Duration> waitAfter(Exchanged exchanged, int sent) {
        if (sent >= config.tries()) {
            return Optional.empty();
        }
        return switch (exchanged) {
            case Exchanged.Lost lost when lost.code() == FailureCode.CONNECT -> Optional.of(backoff(sent));
            // A host that starts again takes a moment, and a whole stage must not fail meanwhile.
            case Exchanged.Lost lost when lost.code() == FailureCode.CIRCUIT_OPEN -> Optional.of(config.circuitPause());
            case Exchanged.Lost lost -> Optional.empty();
            case Exchanged.Followed followed -> Optional.empty();
            case Exchanged.Received received when passes(received.status()) ->
                Optional.of(asked(received).orElseGet(() -> backoff(sent))).filter(this::isBearable);
            case Exchanged.Received received -> Optional.empty();
        };
    }

    /** How long the host wants to be left alone, by any call; empty where it says nothing of it or asks for too much. */
    Optional<Duration> asksToBeLeft(Exchanged exchanged) {
        return exchanged instanceof Exchanged.Received received && (received.status() == 429 || received.status() == 503)
                ? asked(received).filter(this::isBearable)
                : Optional.empty();
    }

    private Optional<Duration> asked(Exchanged.Received received) {
        return received.header("retry-after").flatMap(this::parse);
    }

    private boolean isBearable(Duration wait) {
        return wait.compareTo(config.longestRetryWait()) <= 0;
    }

    private static boolean passes(int status) {
        return status == 408 || status == 425 || status == 429 || status >= 500;
    }

    /** Between half of the doubled wait and all of it, so that those refused together do not return together. */
    private Duration backoff(int sent) {
        Duration full = config.retryWait().multipliedBy(1L << Math.min(sent - 1, 20));
        Duration capped = full.compareTo(config.longestRetryWait()) > 0 ? config.longestRetryWait() : full;
        return capped.dividedBy(2).plusMillis(random.nextLong(capped.toMillis() / 2 + 1));
    }

    /** Seconds or an HTTP date; empty for anything else. */
    private Optional<Duration> parse(String retryAfter) {
        String value = retryAfter.strip();
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(clock.instant(), then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
