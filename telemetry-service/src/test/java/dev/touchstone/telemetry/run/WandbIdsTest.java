package dev.touchstone.telemetry.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WandbIdsTest {

    @Test
    void countsTheIdsOfARun() {
        assertEquals("r-2", WandbIds.numbered("r", 2));
        assertEquals(1, WandbIds.number("r", null));
        assertEquals(3, WandbIds.number("r", "r-3"));
        assertEquals(1, WandbIds.number("r", "chosen-by-somebody"));
    }

    @Test
    void shortensALongIdForItsNumber() {
        // Given
        String longest = "x".repeat(128);

        // Then
        assertEquals("x".repeat(126) + "-2", WandbIds.numbered(longest, 2));
        assertEquals("x".repeat(125) + "-12", WandbIds.numbered(longest, 12));
        assertEquals(12, WandbIds.number(longest, "x".repeat(125) + "-12"));
    }
}
