package dev.touchstone.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void aTextThatIsShortEnoughStaysWhole() {
        assertEquals(new Excerpt("abc", null), Excerpt.of("abc", 3));
    }

    @Test
    void aTextThatIsTooLongIsCutAndSaysHowLongItWas() {
        assertEquals(new Excerpt("abc", 5), Excerpt.of("abcde", 3));
    }

    @Test
    void noCharacterIsHalved() {
        assertEquals(new Excerpt("ab", 5), Excerpt.of("ab\uD83D\uDE00c", 3));
    }
}
