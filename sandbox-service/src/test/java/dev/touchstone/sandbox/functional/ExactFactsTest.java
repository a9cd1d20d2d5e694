package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.touchstone.sandbox.functional.ExactFacts.Fact;
import dev.touchstone.sandbox.functional.ExactFacts.Kind;
import dev.touchstone.sandbox.suite.Language;

class ExactFactsTest {

    @Test
    void everyKindOfFactIsLookedForInAnyNotation() {
        // Given
        String expected = "On 5 March 2026 the Hotel Okura opens; rooms are 1,980 yen, see https://okura.example/rooms. Run `ls -a`.";
        String answer = "Okura? Use LS -A. It opens 2026-03-05 at １９８０円 (HTTPS://okura.example/rooms).";
        // When
        ExactFacts facts = ExactFacts.of("When?", expected, answer, Language.EN);
        // Then
        assertEquals(List.of(new Fact(Kind.FIGURE, "1980", true, null), new Fact(Kind.DATE, "2026-03-05", true, null),
                new Fact(Kind.LINK, "https://okura.example/rooms", true, null), new Fact(Kind.CODE, "ls -a", true, null),
                new Fact(Kind.NAME, "Hotel", false, null), new Fact(Kind.NAME, "Okura", true, null)), facts.facts());
        assertFalse(facts.contradicted());
    }

    @Test
    void anotherFigureThatCountsTheSameContradicts() {
        // When
        ExactFacts facts = ExactFacts.of("いくらですか。", "月額1,980円です。", "月額2,480円です。", Language.JA);
        // Then
        assertEquals(List.of(new Fact(Kind.FIGURE, "1980", false, "2480")), facts.facts());
        assertTrue(facts.contradicted());
    }

    @Test
    void anotherUnitIsAnotherWayToSayItAndNoContradiction() {
        assertFalse(ExactFacts.of("How long?", "It takes 2 hours and 15 minutes.", "It takes 135 seconds short of nothing.",
                Language.EN).contradicted());
        assertFalse(ExactFacts.of("How much?", "It costs $20.", "It costs 18 euros.", Language.EN).contradicted());
    }

    @Test
    void currenciesAreTheSameBeforeAndBehind() {
        assertTrue(ExactFacts.of("", "It costs ¥1,980.", "It costs 2480 yen.", Language.EN).contradicted());
    }

    @Test
    void anotherDateContradicts() {
        // When
        ExactFacts facts = ExactFacts.of("Until when?", "Until March 5, 2026.", "Until 6 March 2026.", Language.EN);
        // Then
        assertEquals(List.of(new Fact(Kind.DATE, "2026-03-05", false, "2026-03-06")), facts.facts());
        assertTrue(facts.contradicted());
    }

    @Test
    void oneRightFigureIsEnoughToLeaveItToAReader() {
        assertFalse(ExactFacts.of("", "1,980 yen for 2 people", "2,480 yen for 2 people", Language.EN).contradicted());
    }

    @Test
    void whatTheQuestionSaysIsNoNews() {
        assertEquals(List.of(), ExactFacts.of("Is 2026-03-05 fine in Kyoto, for 2 people? https://kyoto.example",
                "On 2026-03-05, Kyoto is fine for 2 people: https://kyoto.example/.", "Yes.", Language.EN).facts());
    }

    @Test
    void factsWithoutEndAreKeptToABound() {
        assertTrue(ExactFacts.of("", "7 km, 8 km. https://a.example/ ".repeat(3_000) + "x `".repeat(3_000), "", Language.EN)
                .facts().size() <= 40);
    }
}
