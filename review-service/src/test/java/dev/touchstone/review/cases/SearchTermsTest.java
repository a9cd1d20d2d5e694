package dev.touchstone.review.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTermsTest {

    @ParameterizedTest
    @CsvSource({ "Trip planner, plan", "Trip planner, TRIP", "旅行プランナー, プラン", "旅行プランナー, 旅", "Ｔｒｉｐ, trip",
            "O'Reilly\\x, o'reilly\\x" })
    void aNameIsFoundByAnyPartOfAWord(String name, String wanted) {
        assertTrue(finds(SearchTerms.of(List.of(name), List.of()), wanted), name + " by " + wanted);
    }

    @Test
    void anIdIsFoundByItsBeginningAndByItsParts() {
        // When
        String terms = SearchTerms.of(List.of(), List.of("alias-0f8e1d2c-3b4a"));
        // Then
        assertTrue(finds(terms, "alias-0f"));
        assertTrue(finds(terms, "0f8e1d2c-3b4a"));
        assertFalse(finds(terms, "8e1d"));
    }

    @Test
    void whatIsHostileStaysWithinItsQuotes() {
        assertEquals("'a''b\\\\':* & '&':* & '|':*", SearchTerms.query("a'b\\ & |"));
        assertEquals("", SearchTerms.query(" \u3000\n"));
        assertFalse(SearchTerms.query("x\0y\u202E").contains("\0"));
        assertTrue(SearchTerms.of(List.of("x".repeat(1_000_000)), List.of("y".repeat(1_000_000))).length() < 10_000);
    }

    /** As PostgreSQL does. */
    private static boolean finds(String terms, String text) {
        String query = SearchTerms.query(text);
        String prefix = query.substring(1, query.length() - 3).replace("''", "'").replace("\\\\", "\\");
        return Stream.of(terms.split(" ")).anyMatch(term -> term.startsWith(prefix));
    }
}
