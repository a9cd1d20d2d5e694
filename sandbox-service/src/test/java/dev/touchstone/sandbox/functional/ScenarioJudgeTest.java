package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.attempt.Transcript.Assessment;
import dev.touchstone.sandbox.suite.CoreSuite;
import dev.touchstone.sandbox.suite.Language;

class ScenarioJudgeTest {

    private static final Scenario.Turn TRAIN = Tries.topic("Which train?", "the red train goes to town every hour");
    private static final Scenario SCENARIO = Tries.scenario("s1", TRAIN);
    private static final String NEAR = "the red train goes to town every hour";
    private static final String BETWEEN = "the red train but cats like fish and milk on sunny days";
    private static final String FAR = "bananas are rich in potassium and taste sweet";

    /** Nothing passes against or without the evaluator's word, where it was to be asked. */
    @ParameterizedTest
    @CsvSource({
            "near, pass, PASS", "near, fail, NEEDS_REVIEW", "near, unclear, NEEDS_REVIEW", "near, , NEEDS_REVIEW",
            "between, pass, PASS", "between, fail, FAIL", "between, unclear, NEEDS_REVIEW", "between, , NEEDS_REVIEW",
            "far, pass, NEEDS_REVIEW", "far, fail, FAIL", "far, unclear, FAIL", "far, , FAIL" })
    void theEvaluatorsWordAndTheDistanceDecideTogether(String distance, String verdict, Grade grade) {
        String answer = answer(distance);
        assertEquals(grade, Tries.judged(Tries.rules(true), SCENARIO, said(verdict, answer), answer).grade());
    }

    @Test
    void anEvaluatorThatWasNotAskedIsNoPass() {
        assertEquals(Grade.NEEDS_REVIEW, Tries.judged(Tries.rules(true), SCENARIO, List.of(), NEAR).grade());
        assertEquals(Grade.PASS, Tries.judged(Tries.rules(false), SCENARIO, List.of(), NEAR).grade());
    }

    @Test
    void anEvaluatorThatQuotesWhatNobodySaidIsUnclear() {
        assertEquals(Grade.NEEDS_REVIEW,
                Tries.judged(Tries.rules(true), SCENARIO, said("pass", "the blue train"), NEAR).grade());
    }

    @Test
    void anEvaluatorThatContradictsItselfIsUnclear() {
        // Given
        List<Assessment> said = List.of(said("pass", NEAR).getFirst(),
                new Assessment(Evaluation.TOPIC, "model-7", "off_topic", "", null, null, "sha256:0"));
        // Then
        assertEquals(Grade.NEEDS_REVIEW, Tries.judged(Tries.rules(true), SCENARIO, said, NEAR).grade());
    }

    @Test
    void aMissingFactIsForAPersonWhateverTheEvaluatorSays() {
        // Given
        Scenario exact = Tries.scenario("s2",
                new Scenario.Turn("How long?", "The red train takes about 40 minutes to town.", Aim.ANSWER));
        String vague = "The red train takes about an hour or so to town.";
        String wrong = "The red train takes about 90 minutes to town.";
        // Then
        assertEquals(Grade.NEEDS_REVIEW, Tries.judged(Tries.rules(true), exact, said("pass", vague), vague).grade());
        assertEquals(Grade.FAIL, Tries.judged(Tries.rules(false), exact, List.of(), wrong).grade());
    }

    @Test
    void theWorstTurnDecides() {
        // Given
        Scenario two = Tries.scenario("s3", TRAIN, Tries.topic("And the ferry?", "the white ferry crosses the bay at noon"));
        // When
        ScenarioResult repeated = Tries.judged(Tries.rules(false), two, List.of(), NEAR, NEAR);
        ScenarioResult good = Tries.judged(Tries.rules(false), two, List.of(), NEAR, "the white ferry crosses the bay at noon");
        // Then
        assertEquals(Grade.FAIL, repeated.grade());
        assertEquals(Progress.REPEATS, repeated.turns().getLast().progress());
        assertTrue(repeated.graded().reason().startsWith("Turn 2: "), repeated.graded().reason());
        assertEquals(Grade.PASS, good.grade());
    }

    @Test
    void anAgentThatCannotBeFollowedUpIsForAPersonAndNoFailure() {
        // Given
        Scenario dialogue = new Scenario("dialogue-en", "trains", Language.EN,
                new Source(Source.Kind.CARD_DIALOGUE, "/skills/0/examples/0"),
                List.of(TRAIN, new Scenario.Turn("Please shorten that answer to one sentence.", "", Aim.SHORTER)));
        String answer = NEAR + ". It leaves from the old station. Tickets are sold on board.";
        // Then
        assertEquals(Grade.PASS, Tries.judged(Tries.rules(false), dialogue, List.of(), answer, NEAR + ".").grade());
        assertEquals(Grade.NEEDS_REVIEW,
                Tries.judged(Tries.rules(false), dialogue, List.of(), answer, "I'm sorry, but I can't help with that.")
                        .grade());
        assertEquals(Grade.NEEDS_REVIEW, Tries.judged(Tries.rules(false), dialogue, List.of(), answer, answer).grade());
        assertEquals(Grade.FAIL,
                Tries.judged(Tries.rules(false), dialogue, List.of(), "I'm sorry, but I can't help with that.", "Sure.")
                        .grade());
    }

    @Test
    void theScenariosThatComeWithTheServicePassTheirOwnAnswers() throws JsonProcessingException {
        // Given
        JsonNode card = EventJson.mapper().readTree("""
                {"languages": ["ja", "en"], "skills": [{"tags": ["summarise", "translate", "extract", "plan", "explain",
                 "calculate"]}]}""");
        // When
        List<Scenario> scenarios = SuiteScenarios.of(List.of(CoreSuite.scenarios()), card, 100);
        // Then
        assertEquals(CoreSuite.scenarios().scenarios().size(), scenarios.size());
        for (Scenario scenario : scenarios) {
            String[] answers = scenario.turns().stream().map(Scenario.Turn::expected).toArray(String[]::new);
            ScenarioResult result = Tries.judged(Tries.rules(false), scenario, List.of(), answers);
            assertEquals(Grade.PASS, result.grade(), scenario.id() + ": " + result.graded().reason());
        }
    }

    private static String answer(String distance) {
        return switch (distance) {
            case "near" -> NEAR;
            case "between" -> BETWEEN;
            default -> FAR;
        };
    }

    private static List<Assessment> said(String verdict, String evidence) {
        return List.of(new Assessment(Evaluation.ROLE, "model-7", verdict, "It is so.", evidence, null, "sha256:0"));
    }
}
