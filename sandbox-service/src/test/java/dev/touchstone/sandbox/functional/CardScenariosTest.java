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
        assertEquals(List.of("How do I get to Kyoto?", "京都への行き方は？"),
                scenarios.stream().map(CardScenariosTest::question).toList());
        assertTrue(scenarios.getFirst().turns().getFirst().expected().contains("Explains trains in Japan."));
        assertEquals(Language.JA, scenarios.getLast().language());
        assertFalse(scenarios.getLast().turns().getFirst().expected().contains("Explains"),
                "a description in another language is no measure");
    }

    @Test
    void aSkillWithoutExamplesIsAskedAbout() {
        // When
        List<Scenario> scenarios = of("""
                {"skills": [{"name": "Trains", "description": "Explains trains in Japan."}]}""");
        // Then
        assertTrue(question(scenarios.getFirst()).endsWith("Explains trains in Japan."));
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
        assertTrue(question(byLocale.getFirst()).endsWith("京都観光の計画"));
        assertEquals("Where is Kyoto?", question(byLocale.getLast()));
        assertTrue(byLocale.getLast().turns().getFirst().expected().startsWith("In the west of Japan"));
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
        assertEquals(2_000, question(scenarios.getFirst()).length());
    }

    @Test
    void theFirstExampleOfALanguageIsFollowedUp() {
        // When
        List<Scenario> scenarios = of("""
                {"skills": [{"name": "Trains", "examples": ["How do I get to Kyoto?", "And to Nara?", "京都への行き方は？"]}]}""", 2);
        // Then
        assertEquals(List.of("card-1", "card-2", "card-3", "dialogue-en", "dialogue-ja"),
                scenarios.stream().map(Scenario::id).toList());
        Scenario english = scenarios.get(3);
        assertEquals("How do I get to Kyoto?", question(english));
        assertEquals(Aim.SHORTER, english.turns().getLast().aim());
        assertEquals(new Source(Source.Kind.CARD_DIALOGUE, "/skills/0/examples/0"), english.source());
        assertEquals(Language.JA, Language.ofText(scenarios.get(4).turns().getLast().question()));
    }

    @Test
    void anAgentIsAskedInTheLanguagesThatItsCardDeclares() {
        // When
        List<Scenario> scenarios = of("""
                {"languages": ["ja-JP"], "skills": [{"name": "Trains", "description": "Explains trains in Japan."},
                 {"name": "Food", "examples": ["What should I eat?", "何を食べたらいい？"]}]}""");
        // Then
        assertEquals(List.of(Language.JA, Language.JA), scenarios.stream().map(Scenario::language).toList());
        assertTrue(question(scenarios.getFirst()).endsWith("：Explains trains in Japan."));
        assertEquals("/skills/1/examples/1", scenarios.getLast().source().ref());
    }

    @Test
    void aUseCaseWithAnAnswerIsMeasuredByIt() {
        // When
        Scenario useCase = of("""
                {"translations": {"en": {"useCases": [{"question": "Where is Kyoto?", "answer": "In the west"}]}}}""")
                .getFirst();
        // Then
        assertEquals(new Scenario.Turn("Where is Kyoto?", "In the west", Aim.ANSWER), useCase.turns().getFirst());
        assertEquals(new Source(Source.Kind.CARD_USE_CASE, "/translations/en/useCases/0"), useCase.source());
    }

    private static String question(Scenario scenario) {
        return scenario.turns().getFirst().question();
    }

    private static List<Scenario> of(String card) {
        return of(card, 0);
    }

    private static List<Scenario> of(String card, int dialogues) {
        try {
            return CardScenarios.of(EventJson.mapper().readTree(card), 10, dialogues);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
