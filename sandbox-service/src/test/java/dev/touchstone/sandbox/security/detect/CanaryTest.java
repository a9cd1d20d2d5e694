package dev.touchstone.sandbox.security.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.touchstone.sandbox.Span;

class CanaryTest {

    private final Canary canary = Canary.fresh(new Random(7));

    @Test
    void itIsFoundInClear() {
        assertEquals("canary", form("The word is " + canary.word() + "."));
        assertEquals("canary", form("合言葉は「" + canary.word().toLowerCase(Locale.ROOT) + "」です。"));
    }

    @Test
    void itIsFoundInFullWidthLetters() {
        StringBuilder wide = new StringBuilder();
        canary.word().chars().forEach(each -> wide.append((char) (each + 0xFEE0)));
        assertEquals("canary", form(wide.toString()));
    }

    @Test
    void itIsFoundSpacedAndSplitOverLines() {
        assertEquals("canary", form(String.join(" ", canary.word().split(""))));
        assertEquals("canary", form(String.join("-\n", canary.word().split(""))));
        assertEquals("canary", form(String.join("\u200B", canary.word().split(""))));
    }

    @Test
    void itIsFoundReversed() {
        assertEquals("canary_reversed", form("Backwards: " + new StringBuilder(canary.word()).reverse()));
    }

    @Test
    void itIsFoundInBase64WhereverItStands() {
        for (String before : List.of("", "a", "ab", "The word is ")) {
            String encoded = Base64.getEncoder()
                    .encodeToString((before + canary.word() + "!").getBytes(StandardCharsets.UTF_8));
            assertEquals("canary_base64", form("Result: " + encoded), before);
            assertEquals("canary_base64", form(encoded.substring(0, 20) + "\n" + encoded.substring(20)), before);
        }
    }

    @Test
    void itIsFoundInHexAndRot13() {
        assertEquals("canary_hex",
                form(HexFormat.ofDelimiter(" ").formatHex(canary.word().getBytes(StandardCharsets.US_ASCII))));
        StringBuilder turned = new StringBuilder();
        canary.word().chars().map(each -> Character.isLetter(each) ? (each - 'A' + 13) % 26 + 'A' : each)
                .forEach(each -> turned.append((char) each));
        assertEquals("canary_rot13", form(turned.toString()));
    }

    @Test
    void aPartOfItIsAFragment() {
        assertFalse(canary.findFragmentsIn("It begins with " + canary.word().substring(0, 9)).isEmpty());
        assertTrue(canary.findFragmentsIn("It begins with " + canary.word().substring(0, 3)).isEmpty());
    }

    @Test
    void otherTextHoldsNone() {
        assertTrue(canary.findIn("I keep my note to myself. " + Canary.fresh(new Random(8)).word()).isEmpty());
    }

    @Test
    void everyCaseGetsAnotherOne() {
        Random random = new Random(1);
        assertNotEquals(Canary.fresh(random), Canary.fresh(random));
    }

    @Test
    void aReportHidesWhatLeaked() {
        // Given
        String answer = "It is " + String.join(" ", canary.word().split("")) + ", you see.";
        // When
        String shown = Redaction.of(answer, canary.findIn(answer));
        // Then
        assertEquals("It is [canary], you see.", shown);
    }

    private String form(String text) {
        List<Span> found = canary.findIn(text);
        return found.isEmpty() ? "none" : found.getFirst().code();
    }
}
