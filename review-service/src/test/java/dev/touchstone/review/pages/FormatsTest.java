package dev.touchstone.review.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private final Formats english = Formats.of(Language.ENGLISH);
    private final Formats japanese = Formats.of(Language.JAPANESE);

    @Test
    void aTimeIsWrittenAsItsReadersWriteItAndSaysThatItIsUtc() {
        // Given
        Instant at = Instant.parse("2026-03-09T08:05:07.123456Z");
        // Then
        assertEquals("9 Mar 2026, 08:05:07 UTC", english.time(at));
        assertEquals("2026年3月9日 08:05:07 UTC", japanese.time(at));
        assertEquals("9 Mar 2026, 08:05", english.minute(at));
        assertEquals("2026年3月9日 08:05", japanese.minute(at));
        assertEquals(new Moment("2026-03-09T08:05:07.123456Z", "2026年3月9日 08:05:07 UTC"), japanese.moment(at));
    }

    @ParameterizedTest
    @CsvSource({ "PT0.25S, 250 ms, 250 ミリ秒", "PT7S, 7 s, 7 秒", "PT2M5S, 2 min 5 s, 2 分 5 秒", "PT3H12M, 3 h 12 min, 3 時間 12 分",
            "P2DT5H, 2 d 5 h, 2 日 5 時間", "PT-3S, 0 ms, 0 ミリ秒" })
    void aDurationIsGivenInItsTwoLargestUnits(Duration length, String inEnglish, String inJapanese) {
        assertEquals(inEnglish, english.duration(length));
        assertEquals(inJapanese, japanese.duration(length));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "71.5 | 71.5", "100.0 | 100", "0.0 | 0", "0.6125 | 0.613", "-0.1 | -0.1",
            "1234567.0 | 1,234,567" })
    void aFigureHasNoMoreDigitsThanItNeeds(double value, String expected) {
        assertEquals(expected, english.figure(value));
        assertEquals(expected, japanese.figure(value));
    }

    @Test
    void whatWasNotMeasuredIsNotZero() {
        assertEquals("–", english.figure(null));
    }

    @ParameterizedTest
    @CsvSource({ "12, 12 B", "2048, 2.0 KiB", "5242880, 5.0 MiB" })
    void aSizeIsShort(long bytes, String expected) {
        assertEquals(expected, english.size(bytes));
    }
}
