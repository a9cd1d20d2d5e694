package dev.touchstone.judge.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How long a host is waited for.
 *
 * @param tries in all
 * @param firstWait where the host names none; doubled for each further try
 * @param longest a longer wait is not worth it
 */
record Patience(int tries, Duration firstWait, Duration longest) {

    static Patience of(LlmConfig config) {
        return new Patience(config.tries(), config.retryWait(), config.longestWait());
    }

    /**
     * The wait after try {@code number}, from 1; empty where it is time to give up.
     *
     * @param retryAfter of the host, in seconds or as an HTTP date (RFC 9110, 10.2.3); null where it named none
     */
    Optional<Duration> waitAfter(int number, @Nullable String retryAfter, Clock clock) {
        if (number >= tries) {
            return Optional.empty();
        }
        Duration wait = Optional.ofNullable(retryAfter).flatMap(value -> parse(value, clock.instant()))
                .orElseGet(() -> firstWait.multipliedBy(1L << Math.min(number - 1, 10)));
        return Optional.of(wait).filter(span -> span.compareTo(longest) <= 0);
    }

    private static Optional<Duration> parse(String retryAfter, Instant now) {
        if (retryAfter.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        try {
            Instant at = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(at.isBefore(now) ? Duration.ZERO : Duration.between(now, at));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
