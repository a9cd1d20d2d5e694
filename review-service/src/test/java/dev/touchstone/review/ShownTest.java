package dev.touchstone.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

    @ParameterizedTest
    @ValueSource(strings = { "Trip planner", "旅行プランナー", "مخطط الرحلات", "Zoë & <b>", "👩‍💻 coder", "line\nbreak", "⟦x⟧" })
    void whatEveryoneCanSeeStaysAsItIs(String text) {
        assertEquals(text, Shown.of(text).text());
    }

    @Test
    void whatTurnsTheOrderOfTheTextIsSpelledOut() {
        assertEquals("approved ⟦U+202E⟧detcejer⟦U+2066⟧", Shown.of("approved \u202Edetcejer\u2066").text());
    }

    @Test
    void whatCannotBeSeenIsSpelledOut() {
        assertEquals("a⟦U+200B⟧b⟦U+0000⟧c⟦U+001B⟧d⟦U+00AD⟧e⟦U+3164⟧f⟦U+E0041⟧g⟦U+2028⟧⟦U+000D⟧",
                Shown.of("a\u200Bb\u0000c\u001Bd\u00ADe\u3164f" + Character.toString(0xE0041) + "g\u2028\r").text());
    }

    @Test
    void aJoinerOutsideAnEmojiIsSpelledOut() {
        assertEquals("ad⟦U+200D⟧min", Shown.of("ad\u200Dmin").text());
    }

    @Test
    void halfACharacterIsSpelledOut() {
        assertEquals("⟦U+D83D⟧!", Shown.of("\uD83D!").text());
    }

    @Test
    void whatIsTooLongSaysHowMuchIsLeftOut() {
        // When
        String shown = Shown.of("x".repeat(5_000)).text();
        // Then
        assertTrue(shown.endsWith("x… (+1000)"), shown);
    }

    @Test
    void nothingIsEmpty() {
        assertTrue(Shown.of(null).isEmpty());
    }
}
