package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.touchstone.sandbox.suite.Language;

class FactsTest {

    @Test
    void anAnswerWithOtherFiguresContradicts() {
        // When
        Facts.Kept kept = Facts.compare("When was it built?", "It was built in 1889.", "It was built in 1925.", Language.EN);
        // Then
        assertTrue(kept.contradicted());
        assertEquals(List.of("1889"), kept.missing());
    }

    @Test
    void anAnswerWithoutTheFiguresLacksThem() {
        // When
        Facts.Kept kept = Facts.compare("When was it built?", "It was built in 1889.", "A long time ago.", Language.EN);
        // Then
        assertFalse(kept.contradicted());
        assertEquals(List.of("1889"), kept.missing());
    }

    @Test
    void figuresOfTheQuestionAreNoNews() {
        assertEquals(Facts.Kept.NOTHING_WANTED,
                Facts.compare("Is 5 prime?", "Yes, 5 is prime.", "Yes, it is prime.", Language.EN));
    }

    @Test
    void namesAndCodeAreFacts() {
        assertEquals(List.of("ls -a"), Facts.compare("How?", "Use `ls -a` for that.", "Use rm -r.", Language.EN).missing());
        assertEquals(List.of("Soseki"),
                Facts.compare("Who?", "It was written by Soseki.", "It was written by Murakami.", Language.EN).missing());
        assertEquals(List.of("夏目", "漱石"),
                Facts.compare("作者は？", "夏目漱石が書きました。", "太宰治が書きました。", Language.JA).missing());
    }

    @Test
    void theSameFactsInOtherWordsAreKept() {
        assertTrue(Facts.compare("いくら？", "月額1,980円です。", "毎月１９８０円かかります。", Language.JA).all());
        assertTrue(Facts.compare("How?", "Use `ls -a`.", "Type LS  -A there", Language.EN).all());
    }
}
