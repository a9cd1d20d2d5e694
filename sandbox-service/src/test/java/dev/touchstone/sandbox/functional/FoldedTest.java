package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FoldedTest {

    @Test
    void textIsInOneFormOfItsCharacters() {
        assertEquals("PC ガ 1 é", Folded.of("ＰＣ ｶﾞ １ e\u0301"));
    }

    @Test
    void ofAccentsWithoutEndAsManyAreKeptAsAnybodyWrites() {
        assertEquals("q" + "\u0301".repeat(30) + "!", Folded.of("q" + "\u0301".repeat(100_000) + "!"));
    }
}
