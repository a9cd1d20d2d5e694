package dev.touchstone.review.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource({ "PT0.25S, 250 ms", "PT7S, 7 s", "PT2M5S, 2 min 5 s", "PT3H12M, 3 h 12 min", "P2DT5H, 2 d 5 h",
            "PT-3S, 0 ms" })
    void aDurationIsGivenInItsTwoLargestUnits(Duration length, String expected) {
        assertEquals(expected, Formats.duration(length));
    }

    @ParameterizedTest
    @CsvSource({ "71.5, 71.5", "100.0, 100", "0.0, 0", "0.6125, 0.613", "1000.0, 1000" })
    void aFigureHasNoMoreDigitsThanItNeeds(double value, String expected) {
        assertEquals(expected, Formats.figure(value));
    }

    @Test
    void whatWasNotMeasuredIsNotZero() {
        assertEquals("–", Formats.figure(null));
    }

    @ParameterizedTest
    @CsvSource({ "12, 12 B", "2048, 2.0 KiB", "5242880, 5.0 MiB" })
    void aSizeIsShort(long bytes, String expected) {
        assertEquals(expected, Formats.size(bytes));
    }
}
