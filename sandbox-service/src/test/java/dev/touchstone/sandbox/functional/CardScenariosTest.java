package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.suite.Language;

class CardScenariosTest {

    @Test
    void anExampleOfASkillIsAskedAsItStands() {
        // When
        List<Scenario> scenarios = of("""
                {"skills": [{"name": "Trains", "description": "Explains trains in Japan.",
                             "examples": ["How do I get to Kyoto?", "京都への行き方は？"]}]}""");
        // Then
        assertEquals(List.of("How do I get to Kyoto?", "京都への行き方は？"), scenarios.stream().map(Scenario::question).toList());
        assertTrue(scenarios.getFirst().expected().contains("Explains trains in Japan."));
        assertEquals(Language.JA, scenarios.getLast().language());
        assertFalse(scenarios.getLast().expected().contains("Explains"), "a description in another language is no measure");
    }

    @Test
    void aSkillWithoutExamplesIsAskedAbout() {
        // When
        List<Scenario> scenarios = of("""
                {"skills": [{"name": "Trains", "description": "Explains trains in Japan."}]}""");
        // Then
        assertTrue(scenarios.getFirst().question().endsWith("Explains trains in Japan."));
    }

    @Test
    void useCasesOfEveryTranslationAreAskedAbout() {
        // When
        List<Scenario> byLocale = of("""
                {"translations": {"ja": {"shortDescription": "旅の案内", "useCases": ["京都観光の計画"]},
                                  "en": {"useCases": [{"question": "Where is Kyoto?", "answer": "In the west of Japan"}]}}}""");
        List<Scenario> listed = of("""
                {"translations": [{"locale": "ja", "useCases": ["京都観光の計画"]}]}""");
        // Then
        assertTrue(byLocale.getFirst().question().endsWith("京都観光の計画"));
        assertEquals("Where is Kyoto?", byLocale.getLast().question());
        assertTrue(byLocale.getLast().expected().startsWith("In the west of Japan"));
        assertEquals(1, listed.size());
    }

    @Test
    void aCardThatPromisesNothingGivesNoScenario() {
        assertEquals(List.of(), of("{}"));
        assertEquals(List.of(), of("{\"skills\": [{}], \"translations\": {\"en\": {\"useCases\": [\" \", 7, {}]}}}").stream()
                .filter(each -> !each.useCase().equals("7")).toList());
    }

    @Test
    void aLargeCardIsSampledOverAllItsSkills() {
        // Given
        String skills = IntStream.range(0, 50).mapToObj(each -> "{\"name\": \"skill " + each + "\"}")
                .collect(Collectors.joining(","));
        // When
        List<Scenario> scenarios = of("{\"skills\": [" + skills + "]}");
        // Then
        assertEquals(10, scenarios.size());
        assertEquals("skill 45", scenarios.getLast().useCase());
    }

    @Test
    void hostileTextIsCutAndCleaned() {
        // When
        List<Scenario> scenarios = of(
                "{\"skills\": [{\"name\": \"a\\u0000b\", \"examples\": [\"" + "x".repeat(9_000) + "\"]}]}");
        // Then
        assertEquals("a b", scenarios.getFirst().useCase());
        assertEquals(2_000, scenarios.getFirst().question().length());
    }

    private static List<Scenario> of(String card) {
        try {
            return CardScenarios.of(EventJson.mapper().readTree(card), 10);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
