package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.suite.Language;
import dev.touchstone.sandbox.suite.ScenarioSuite;
import dev.touchstone.sandbox.suite.Suite;
import dev.touchstone.sandbox.suite.SuiteCase.Provenance;
import dev.touchstone.sandbox.suite.SuiteScenario;

class SuiteScenariosTest {

    private static final String CARD = """
            {"skills": [{"id": "plan_a_day", "name": "Local Food", "tags": ["Travel"], "examples": ["What should I eat?"]}]}""";

    @Test
    void anAgentGetsTheScenariosOfItsSkills() {
        // Given
        ScenarioSuite suite = suite(scenario("by-tag", Language.EN, "travel"), scenario("by-id", Language.EN, "plan-a-day"),
                scenario("by-name", Language.EN, "local food"), scenario("any", Language.EN, "any"),
                scenario("other", Language.EN, "cooking"), scenario("untagged", Language.EN));
        // When
        List<Scenario> scenarios = of(suite, 10);
        // Then
        assertEquals(List.of("suite/daily/by-tag", "suite/daily/by-id", "suite/daily/by-name", "suite/daily/any"),
                scenarios.stream().map(Scenario::id).toList());
        assertEquals(new Source(Source.Kind.SUITE, "daily@1.2#by-tag"), scenarios.getFirst().source());
        assertEquals(new Scenario.Turn("Question?", "Answer.", Aim.ANSWER), scenarios.getFirst().turns().getFirst());
    }

    @Test
    void itIsNotAskedInALanguageThatItDoesNotSpeak() {
        assertEquals(List.of(), of(suite(scenario("ja", Language.JA, "any")), 10));
    }

    @Test
    void aLargeSuiteIsSampledOverAllOfIt() {
        // When
        List<Scenario> scenarios = of(suite(IntStream.range(0, 50).mapToObj(each -> scenario("s" + each, Language.EN, "any"))
                .toArray(SuiteScenario[]::new)), 5);
        // Then
        assertEquals(List.of("suite/daily/s0", "suite/daily/s10", "suite/daily/s20", "suite/daily/s30", "suite/daily/s40"),
                scenarios.stream().map(Scenario::id).toList());
    }

    private static SuiteScenario scenario(String id, Language language, String... tags) {
        return new SuiteScenario(id, "trips", List.of(new SuiteScenario.Turn("Question?", "Answer.")), List.of(tags), language,
                new Provenance("CC0", "ours"));
    }

    private static ScenarioSuite suite(SuiteScenario... scenarios) {
        return new ScenarioSuite(new Suite.Id("daily", "1.2", "sha256:0"), List.of(scenarios));
    }

    private static List<Scenario> of(ScenarioSuite suite, int limit) {
        try {
            return SuiteScenarios.of(List.of(suite), EventJson.mapper().readTree(CARD), limit);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
