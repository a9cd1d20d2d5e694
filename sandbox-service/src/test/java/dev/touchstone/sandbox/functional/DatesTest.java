package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            on 2026-03-05 | 2026-03-05
            2026/3/5に | 2026-03-05
            ２０２６年３月５日 | 2026-03-05
            3月5日まで | --03-05
            March 5, 2026 | 2026-03-05
            on the 5th of March 2026 | 2026-03-05
            31 Mar. 1889 | 1889-03-31
            on sept 9 | --09-09
            """)
    void aDateIsTheSameHoweverItIsWritten(String text, String date) {
        assertEquals(List.of(date), List.copyOf(Dates.in(text)));
    }

    @Test
    void whatIsNoDayOfACalendarIsNone() {
        assertEquals(List.of(), List.copyOf(Dates.in("2026-13-05, 1.2.3.4, May be, 10/10, 99月99日")));
    }

    @Test
    void aDateWithoutAYearFitsAnyYear() {
        assertTrue(Dates.same("--03-05", "2026-03-05"));
        assertFalse(Dates.same("2025-03-05", "2026-03-05"));
    }

    @Test
    void whatIsLeftHoldsNoDate() {
        assertEquals("Open from   to  , as Kyoto is", Dates.without("Open from 2026-03-05 to May 6, as Kyoto is"));
    }
}
