package dev.touchstone.telemetry.wandb;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalDouble;

/** How long a server asks to wait, from its headers. Values that are not what they should be are ignored. */
public final class RateLimit {

    /** A broken or malicious header must not silence a run for good. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** In seconds, as the longest wait that the official client makes by itself. */
    private static final double LONGEST_RENEWAL = 60;

    private RateLimit() {
    }

    /** {@code Retry-After}: decimal seconds, or a date as in RFC 1123. Else when a quota that is used up is renewed. */
    public static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
        Optional<String> value = headers.firstValue("Retry-After");
        OptionalDouble seconds = value.map(RateLimit::decimal).orElseGet(OptionalDouble::empty);
        if (seconds.isPresent()) {
            return Optional.of(ofSeconds(seconds.getAsDouble()));
        }
        return value.flatMap(text -> until(text, now)).map(RateLimit::bounded).or(() -> renewal(headers));
    }

    private static Optional<Duration> renewal(HttpHeaders headers) {
        return reading(headers).filter(reading -> reading.remaining() < 1 && reading.reset() > 0)
                .map(reading -> ofSeconds(Math.min(LONGEST_RENEWAL, reading.reset())));
    }

    /** {@code RateLimit-Remaining} and {@code RateLimit-Reset}, where both are there. */
    static Optional<Reading> reading(HttpHeaders headers) {
        OptionalDouble remaining = decimal(headers, "RateLimit-Remaining");
        OptionalDouble reset = decimal(headers, "RateLimit-Reset");
        return remaining.isEmpty() || reset.isEmpty() ? Optional.empty()
                : Optional.of(new Reading(remaining.getAsDouble(), reset.getAsDouble()));
    }

    /**
     * How much of a quota is left.
     *
     * @param remaining in the server's own units
     * @param reset seconds until there are all of them again
     */
    record Reading(double remaining, double reset) {

        /** The slowest that the official client becomes: one request in ten seconds. */
        private static final double SLOWEST = 10;

        /** What is left is spread over the time until the reset. */
        Duration spread() {
            return ofSeconds(Math.min(SLOWEST, reset / Math.max(1, remaining)));
        }
    }

    private static OptionalDouble decimal(HttpHeaders headers, String name) {
        return headers.firstValue(name).map(RateLimit::decimal).orElseGet(OptionalDouble::empty);
    }

    private static OptionalDouble decimal(String text) {
        return text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            return Optional.of(Duration.between(now, ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static Duration ofSeconds(double seconds) {
        return bounded(Duration.ofMillis(Math.round(seconds * 1_000)));
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
