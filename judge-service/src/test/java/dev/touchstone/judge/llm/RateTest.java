package dev.touchstone.judge.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class RateTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void whoIsOverTheRateWaitsAMinuteAndThoseBehindAsTheyCame() {
        // Given
        Rate rate = new Rate(2, NOON);
        Duration longest = Duration.ofMinutes(2);
        // Then
        assertEquals(Optional.of(Duration.ZERO), rate.reserve(longest));
        assertEquals(Optional.of(Duration.ZERO), rate.reserve(longest));
        assertEquals(Optional.of(Duration.ofMinutes(1)), rate.reserve(longest));
        assertEquals(Optional.of(Duration.ofMinutes(1)), rate.reserve(longest));
        assertEquals(Optional.of(Duration.ofMinutes(2)), rate.reserve(longest));
    }

    @Test
    void whoDoesNotWaitIsNotCounted() {
        // Given
        Rate rate = new Rate(1, NOON);
        rate.reserve(Duration.ZERO);
        // Then
        assertEquals(Optional.empty(), rate.reserve(Duration.ofSeconds(59)));
        assertEquals(Optional.of(Duration.ofMinutes(1)), rate.reserve(Duration.ofMinutes(1)));
    }
}
