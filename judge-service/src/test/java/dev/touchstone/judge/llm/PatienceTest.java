package dev.touchstone.judge.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Patience PATIENCE = new Patience(3, Duration.ofSeconds(1), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = { "1, none, 1", "2, none, 2", "1, 7, 7", "1, 0, 0", "1, soon, 1", "1, -5, 1",
            "1, 'Sun, 01 Nov 2026 12:00:20 GMT', 20", "1, 'Sun, 01 Nov 2026 11:00:00 GMT', 0" })
    void theHostIsWaitedForAsItAsks(int number, String retryAfter, long seconds) {
        assertEquals(Optional.of(Duration.ofSeconds(seconds)), PATIENCE.waitAfter(number, retryAfter, NOON));
    }

    @Test
    void tooLongAWaitIsNotWorthIt() {
        assertEquals(Optional.empty(), PATIENCE.waitAfter(1, "31", NOON));
    }

    @Test
    void theLastTryIsTheLast() {
        assertEquals(Optional.empty(), PATIENCE.waitAfter(3, "1", NOON));
    }
}
