package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConsolesTest {

    private static final String ERROR = "ERROR 2026-11-01T12:00:00.123456 security #1 error: has failed";

    @Test
    void leavesALineAsItIsStoredForAServerThatKnowsNoObjects() {
        assertEquals(ERROR, Consoles.encoded(ERROR, false));
    }

    @Test
    void makesAnObjectOfItForAServerThatDoes() {
        assertEquals(
                "{\"level\":\"error\",\"ts\":\"2026-11-01T12:00:00.123456\",\"content\":\"security #1 error: has failed\"}",
                Consoles.encoded(ERROR, true));
        assertEquals("{\"ts\":\"2026-11-01T12:00:00.123456\",\"content\":\"x\"}",
                Consoles.encoded("2026-11-01T12:00:00.123456 x", true));
    }

    @Test
    void keepsThePlaceOfARowThatIsOlderThanTheConsole() {
        assertEquals("", Consoles.encoded("", true));
        assertEquals("2026-99-01T12:00:00.123456 x", Consoles.encoded("2026-99-01T12:00:00.123456 x", true));
    }
}
