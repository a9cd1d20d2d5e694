package dev.touchstone.telemetry.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AliasesTest {

    @Test
    void countsTheIdsOfARun() {
        assertEquals("r-2", Aliases.numbered("r", 2));
        assertEquals(1, Aliases.number("r", null));
        assertEquals(3, Aliases.number("r", "r-3"));
        assertEquals(1, Aliases.number("r", "chosen-by-somebody"));
    }

    @Test
    void shortensALongIdForItsNumber() {
        // Given
        String longest = "x".repeat(128);

        // Then
        assertEquals("x".repeat(126) + "-2", Aliases.numbered(longest, 2));
        assertEquals("x".repeat(125) + "-12", Aliases.numbered(longest, 12));
        assertEquals(12, Aliases.number(longest, "x".repeat(125) + "-12"));
    }
}
