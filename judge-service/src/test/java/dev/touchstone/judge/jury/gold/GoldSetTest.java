package dev.touchstone.judge.jury.gold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.judge.questions.Expectation;
import dev.touchstone.judge.questions.Language;
import dev.touchstone.judge.verdict.Verdict;

class GoldSetTest {

    @Test
    void theBuiltInSetIsLargeBalancedAndPinned() {
        // When
        GoldSet gold = GoldSet.builtIn();
        // Then
        List<GoldAnswer> answers = gold.answers();
        assertEquals("sha256:fdb0c778580bf32e0a2e81f0b4f3b4b77af488e7c320b91d7155e12f8d6cf910", gold.id().digest());
        assertEquals(137, answers.size());
        long japanese = answers.stream().filter(answer -> answer.language() == Language.JAPANESE).count();
        assertTrue(japanese > 0.45 * answers.size() && japanese < 0.55 * answers.size(), "in Japanese: " + japanese);
        assertEquals(Set.of(Expectation.values()), answers.stream().map(GoldAnswer::expectation).collect(Collectors.toSet()));
        assertEquals(Set.of(Verdict.values()), answers.stream().map(GoldAnswer::expected).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "\"expected\":\"approve\" | \"expected\":\"good\" | has an unknown expected: good",
            "\"answer\":\"Day 1: Gion\", | '' | has no text answer",
            "\"why\":\"It is.\" | \"why\":\" \" | has a blank why",
            "\"criticalSafety\":false | \"criticalSafety\":true | is critical and not rejected",
            "\"heldOut\":false | \"heldOut\":\"no\" | does not say whether heldOut",
            "\"id\":\"one\" | \"id\":\"first\" | has the id of an earlier one: first",
            "\"topic\" | \"subject\" | has members that are not known: [subject]", "{ | [ | is no JSON" })
    void aBadLineIsNamedByItsNumber(String part, String instead, String fault) {
        // Given
        String lines = Gold.LINE.replace("one", "first") + "\n" + Gold.LINE.replace(part, instead) + "\n";
        // When
        GoldSetInvalid invalid = assertThrows(GoldSetInvalid.class, () -> new GoldReader().read(lines));
        // Then
        assertTrue(String.valueOf(invalid.getMessage()).startsWith("Line 2 of the gold set " + fault), invalid.getMessage());
    }

    @Test
    void otherLinesThanTheManifestPinsAreRefused() {
        // Given
        byte[] manifest = "{\"format\":\"touchstone-gold/1\",\"digest\":\"sha256:00\"}".getBytes(StandardCharsets.UTF_8);
        // Then
        assertThrows(GoldSetInvalid.class,
                () -> GoldSet.read(manifest, (Gold.LINE + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}
