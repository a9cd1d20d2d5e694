package dev.touchstone.review.pages.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.review.Shown;

class WordDiffTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            costs 27,940 yen for two | costs 27,940 yen for three | costs 27,940 yen for [two] | costs 27,940 yen for [three]
            昼は錦市場へ行く | 昼は祇園へ行く | 昼は[錦市場]へ行く | 昼は[祇園]へ行く
            the same | the same | the same | the same
            """)
    void whatOneSideAloneHasIsMarkedThere(String expected, String actual, String left, String right) {
        // When
        WordDiff diff = WordDiff.of(Shown.of(expected), Shown.of(actual));
        // Then
        assertEquals(List.of(left, right), List.of(marked(diff.expected()), marked(diff.actual())));
    }

    @ParameterizedTest
    @ValueSource(strings = { "something else entirely", "", "⟦U+202E⟧ <script> 👩‍🚀 e\u0301" })
    void nothingIsLostWhateverIsCompared(String actual) {
        // When
        WordDiff diff = WordDiff.of(Shown.of("I plan trips and compare fares."), Shown.of(actual));
        // Then
        assertEquals(Shown.of(actual).text(), whole(diff.actual()));
        assertEquals("I plan trips and compare fares.", whole(diff.expected()));
        assertFalse(diff.marked(), "they have nothing in common");
    }

    @Test
    void longTextsStandBesideEachOtherUncompared() {
        // Given
        Shown text = Shown.of("word ".repeat(700));
        // When
        WordDiff diff = WordDiff.of(text, text);
        // Then
        assertFalse(diff.marked());
        assertTrue(WordDiff.of(Shown.of("word ".repeat(300)), Shown.of("word ".repeat(301))).marked());
    }

    private static String marked(List<WordDiff.Piece> pieces) {
        return pieces.stream().map(piece -> piece.same() ? piece.text().text() : "[" + piece.text() + "]")
                .collect(Collectors.joining());
    }

    private static String whole(List<WordDiff.Piece> pieces) {
        return pieces.stream().map(piece -> piece.text().text()).collect(Collectors.joining());
    }
}
