package dev.touchstone.local.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class PlainTest {

    /** Erase the screen, set the title, turn the direction round, C1 control, delete, line separator, half a pair. */
    @ParameterizedTest
    @ValueSource(strings = { "\u001b[2J", "\u001b]0;owned\u0007", "\u202etxt", "\u009b31m", "\u007f", "\u2028", "\ud800",
            "\u200b",
            "\r\nrejected", "\t", "\ufeff", "\u2066" })
    void nothingReachesATerminalThatIsMoreThanText(String hostile) {
        String plain = Plain.text("a" + hostile + "z");

        assertFalse(plain.codePoints().anyMatch(point -> Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT || Character.getType(point) == Character.SURROGATE
                || Character.getType(point) == Character.LINE_SEPARATOR), plain);
    }

    @Test
    void textOfAnyLanguageStaysAsItIs() {
        assertEquals("京都の週末 – «été» 🚆", Plain.text("京都の週末 – «été» 🚆"));
    }

    @Test
    void whatWasHiddenIsShownByItsNumber() {
        assertEquals("a\\u{1b}[31mred", Plain.text("a\u001b[31mred"));
    }

    @Test
    void jsonSaysTheSameAfterwards() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode document = mapper.createObjectNode().put("a", "\u001b[2J\u202e\u009b\u007f 京都 🚆 \ud83d\ude86\u2066");

        String plain = Plain.json(document.toPrettyString());

        assertEquals(document, mapper.readTree(plain));
        assertFalse(plain.codePoints().anyMatch(point -> point != '\n' && Character.isISOControl(point)), plain);
        assertFalse(plain.contains("\u202e"), plain);
    }

    @Test
    void longTextIsCutByColumnsNotByCharacters() {
        assertEquals("short", Plain.fit("short", 10));
        assertEquals("a longer…", Plain.fit("a longer text", 9));
        assertEquals("京都の…", Plain.fit("京都の週末", 8));
    }
}
