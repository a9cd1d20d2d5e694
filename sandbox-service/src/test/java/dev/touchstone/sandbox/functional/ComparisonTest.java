package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.touchstone.sandbox.suite.Language;

class ComparisonTest {

    private static final Comparison.Measure MEASURE = new Comparison.Measure(new WordEmbeddings(), Set.of(Language.EN));

    @Test
    void theShareOfTheExpectedWordsIsByTheirStems() {
        // When
        Comparison found = compare("The trains are leaving Kyoto.", "A train leaves Kyoto hourly, I think.", Language.EN);
        // Then
        assertEquals(1.0, found.overlap());
        assertEquals(List.of("train", "leaves", "Kyoto"), found.shared());
    }

    @Test
    void japaneseWordsAreThoseOfTheFunctionalStage() {
        // When
        Comparison found = compare("子供と京都の寺を見る", "京都では子どもも楽しめます。", Language.JA);
        // Then
        assertEquals(JapaneseWords.overlap("京都では子どもも楽しめます。", "子供と京都の寺を見る"), found.overlap());
        assertTrue(found.shared().contains("京都") && found.shared().contains("子ども"), found.shared().toString());
    }

    @Test
    void aSimilarityGrowsWithNearness() {
        // Given
        double same = meaning("Two temples in Kyoto", "Two temples in Kyoto");
        double near = meaning("Two temples in Kyoto", "Three temples near Kyoto");
        double far = meaning("Two temples in Kyoto", "Bananas are yellow");
        // Then
        assertTrue(same == 1 && near < same && far < near && far >= 0, same + " " + near + " " + far);
    }

    @Test
    void whatTheModelWasNotTrainedOnIsNotMeasuredByMeaning() {
        assertNull(compare("京都の寺", "京都の寺", Language.JA).embedding());
        assertNull(new Comparison.Measure(null, Set.of(Language.EN)).of(pair("Kyoto", "Kyoto", Language.EN)).embedding());
    }

    @Test
    void whereNoWordsAreExpectedNoneCanBeMissing() {
        assertNull(compare("!?", "Kyoto", Language.EN).overlap());
        assertEquals(0, compare("Kyoto", "", Language.EN).overlap());
    }

    private static double meaning(String expected, String answer) {
        return present(compare(expected, answer, Language.EN).embedding());
    }

    private static double present(@Nullable Double measured) {
        assertTrue(measured != null);
        return measured == null ? 0 : measured;
    }

    private static Comparison compare(String expected, String answer, Language language) {
        return MEASURE.of(pair(expected, answer, language));
    }

    private static Comparison.Pair pair(String expected, String answer, Language language) {
        return new Comparison.Pair("", expected, answer, language);
    }
}
