package dev.touchstone.review.ledger.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads a {@code Retry-After} header (RFC 9110, 10.2.3): seconds or a date. What is neither asks for nothing. */
final class RetryAfter {

    private RetryAfter() {
    }

    static Optional<Duration> read(String header, Instant now) {
        String text = header.strip();
        Duration wait = text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : until(text, now);
        return wait.isPositive() ? Optional.of(wait) : Optional.empty();
    }

    private static Duration until(String date, Instant now) {
        try {
            return Duration.between(now, ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException neither) {
            return Duration.ZERO;
        }
    }
}
