package dev.touchstone.judge.report.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.judge.report.Examined;
import dev.touchstone.judge.report.JudgeReport;
import dev.touchstone.judge.report.Results;

/**
 * What Inspect 0.3.260 demands of a log of version 2, by its models of {@code EvalLog} and of all below it; the schema of
 * {@code judge_eval.json} holds a log to the members that its viewer counts on.
 */
class InspectLogTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void headersComeBeforeSamplesInTheOrderOfTheFormat() throws IOException {
        // When
        JsonNode log = log(Results.all());
        // Then
        List<String> members = new ArrayList<>();
        log.fieldNames().forEachRemaining(members::add);
        assertEquals(
                List.of("version", "status", "eval", "plan", "results", "stats", "invalidated", "tags", "metadata", "samples"),
                members);
        assertEquals(2, log.path("version").intValue());
        assertEquals("success", log.path("status").textValue());
    }

    @Test
    void theAgentIsTheModelAndTheJurorsModelsHaveRoles() throws IOException {
        // When
        JsonNode eval = log(Results.all()).path("eval");
        // Then
        assertEquals(Results.REQUEST.review().agentId(), eval.path("model").textValue());
        assertEquals("model-a", eval.path("model_roles").path("careful").path("model").textValue());
        assertFalse(eval.path("model_roles").has("away"));
        assertEquals("2026-11-01T12:00:00+00:00", eval.path("created").textValue());
        assertEquals(3, eval.path("dataset").path("samples").intValue());
    }

    @Test
    void whoGaveNoScoreHasNoneAndItIsSaidWhy() throws IOException {
        // When
        JsonNode asked = log(Results.all()).path("samples").path(0);
        // Then
        assertEquals(List.of("careful", "rubric", "touchstone/verdict"), names(asked.path("scores")));
        assertEquals(88.0, asked.path("scores").path("careful").path("value").doubleValue());
        assertEquals("recused: There is no reference.",
                asked.path("metadata").path("silentJurors").path("reference").textValue());
        assertTrue(asked.path("metadata").path("silentJurors").path("away").textValue().startsWith("abstained: "));
    }

    @Test
    void aQuestionWithoutAnAnswerHasAnErrorInsteadOfAChoice() throws IOException {
        // When
        JsonNode silent = log(Results.all()).path("samples").path(2);
        // Then
        assertEquals("timeout: no answer within 60 s", silent.path("error").path("message").textValue());
        assertTrue(silent.path("output").path("choices").isEmpty());
        assertEquals(List.of("touchstone/verdict"), names(silent.path("scores")));
    }

    @Test
    void theExpectedAnswerIsTheTargetWhereThereIsOne() throws IOException {
        // When
        JsonNode samples = log(Results.all()).path("samples");
        // Then
        assertEquals("13,320円", samples.path(1).path("target").textValue());
        assertTrue(samples.path(0).path("target").textValue().startsWith("Does what is asked"));
    }

    @Test
    void tokensAreSummedOnlyWhereEveryReplyWasCounted() throws IOException {
        // When
        JsonNode usage = log(Results.report(Results.asked())).path("stats").path("model_usage");
        // Then
        assertEquals(440, usage.path("model-a").path("total_tokens").intValue());
        assertFalse(usage.has("model-b"), usage.toString());
        assertEquals(50, usage.path(Results.REQUEST.review().agentId()).path("total_tokens").intValue());
    }

    @Test
    void aModelThatServedForAnotherIsAFallback() throws IOException {
        // When
        JsonNode fallbacks = log(Results.all()).path("samples").path(0).path("model_fallbacks");
        // Then
        assertEquals("[{\"model\":\"model-a\",\"fallback_model\":\"model-b\",\"count\":1}]", fallbacks.toString());
    }

    @Test
    void figuresThatWereNotMeasuredAreLeftOut() throws IOException {
        // When
        JsonNode scores = log(Results.report(Results.silent())).path("results").path("scores");
        // Then
        assertEquals(List.of(), names(scores.path(0).path("metrics")));
        assertEquals(1, scores.path(0).path("unscored_samples").intValue());
        assertFalse(scores.path(4).path("metrics").has("score"), scores.toString());
        assertEquals(1, scores.path(4).path("metrics").path("manual").path("value").intValue());
    }

    @Test
    void anAttemptThatIsTakenUpAgainLeavesTheSameBytes() {
        assertArrayEquals(InspectLog.of(Results.REQUEST, Results.AGENT, Results.all()),
                InspectLog.of(Results.REQUEST, Results.AGENT, Results.all()));
    }

    @Test
    void noSecretOfAnAnswerIsWritten() throws IOException {
        // Given
        Examined asked = Results.asked();
        // When
        String log = log(Results.report(asked)).toString();
        // Then
        assertTrue(log.contains("[masked:api_key]"));
        assertFalse(log.contains("sk-abcdef"));
    }

    private static JsonNode log(JudgeReport report) throws IOException {
        return JSON.readTree(InspectLog.of(Results.REQUEST, Results.AGENT, report));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
