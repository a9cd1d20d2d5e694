package dev.touchstone.sandbox.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /**
     * The four examples of R. G. Newcombe, Two-sided confidence intervals for the single proportion: comparison of seven
     * methods, Statistics in Medicine 17 (1998) 857-872, table I, method 3 (Wilson's score without continuity correction).
     */
    @ParameterizedTest
    @CsvSource({ "81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718" })
    void theIntervalIsThatOfThePublishedExamples(long hits, long seen, double low, double high) {
        Interval interval = Objects.requireNonNull(Interval.of(hits, seen));
        assertEquals((double) hits / seen, interval.rate());
        assertEquals(low, interval.low(), 5e-5);
        assertEquals(high, interval.high(), 5e-5);
    }

    @Test
    void theIntervalStaysWithinNoughtAndOne() {
        assertEquals(0, Objects.requireNonNull(Interval.of(0, 1)).low());
        assertEquals(1, Objects.requireNonNull(Interval.of(1, 1)).high());
    }

    @Test
    void nothingSeenIsNoInterval() {
        assertNull(Interval.of(0, 0));
    }
}
