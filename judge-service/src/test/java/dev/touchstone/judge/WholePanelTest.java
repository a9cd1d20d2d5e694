package dev.touchstone.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.StageEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The rubric and one model judge a good agent, and the model behaves in every way that models do. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = JudgeWorld.class, scope = TestResourceScope.GLOBAL)
class WholePanelTest extends JudgeStage {

    /** All attempts are under way at a time, since some models keep theirs waiting. */
    private static final Map<String, StageEvent> REQUESTS = new ConcurrentHashMap<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            honest         | approve | approve | 91.4 | It does what was asked.
            lazy           | manual  | manual  | 55.7 | It does what was asked.
            zero           | reject  | reject  |  0.0 | It does what was asked.
            disagreeing    | reject  | reject  | 10.0 | It does what was asked.
            order-biased   | manual  | manual  | 50.7 | The samples differ by 81.4 points of 100; their mean counts.
            wrong-total    | approve | approve | 94.0 | The model added its points up to 3.0; they make 94.0, which counts.
            malformed-once | approve | approve | 91.4 | It does what was asked.
            in-a-block     | approve | approve | 91.4 | It does what was asked.
            busy           | approve | approve | 91.4 | It does what was asked.
            busy-until     | approve | approve | 91.4 | It does what was asked.
            dated          | approve | approve | 91.4 | It does what was asked.
            """)
    void aModelThatRepliesVotes(String model, String verdict, String vote, double score, String reason) {
        // When
        StageEvent completed = judgedBy(model);
        // Then
        assertEquals(verdict, verdict(completed), body(completed).summary().toPrettyString());
        for (JsonNode line : report(completed)) {
            assertEquals(vote, vote(line).path("verdict").textValue(), line.path("result").toPrettyString());
            assertEquals(score, vote(line).path("score").doubleValue());
            assertTrue(reasons(line).contains(reason), reasons(line).toString());
            assertEquals(2, opinion(line, "model").path("samples").size());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            malformed    | the reply must be one JSON object and nothing else
            out-of-range | taskCompletion must be 0 to 40
            not-a-number | the reply must be one JSON object and nothing else
            in-words     | taskCompletion must be a number or null
            no-json      | the host's answer is not JSON
            huge         | the host's answer is larger than what is read
            failing      | the model's host answered 500
            very-busy    | the model's host answered 429
            slow         | the model's host did not answer in time or cannot be reached
            """)
    void aModelThatCannotBeUsedLeavesEveryAnswerToAPerson(String model, String problem) {
        // When
        StageEvent completed = judgedBy(model);
        // Then
        assertEquals("manual", verdict(completed), body(completed).summary().toPrettyString());
        List<JsonNode> lines = report(completed);
        assertTrue(lines.stream().allMatch(line -> line.path("result").path("verdict").asText().equals("manual")));
        assertTrue(lines.stream().allMatch(line -> vote(line).path("verdict").isNull() && vote(line).path("score").isNull()));
        assertTrue(opinion(lines.getFirst(), "model").path("reason").asText().contains(problem),
                opinion(lines.getFirst(), "model").path("reason").asText());
        assertTrue(lines.getFirst().path("result").path("reasons").toString().contains("1 of 2 jurors voted"),
                lines.getFirst().path("result").toPrettyString());
    }

    @Test
    void anotherModelThanTheOneThatWasAskedIsNamedAndConfoundsTheResult() {
        // When
        StageEvent completed = judgedBy("replaced");
        // Then
        assertEquals("manual", verdict(completed));
        assertTrue(body(completed).summary().path("confounded").booleanValue());
        JsonNode opinion = opinion(report(completed).getFirst(), "model");
        assertTrue(opinion.path("samples").valueStream()
                .allMatch(sample -> sample.path("fallback").booleanValue()
                        && sample.path("servedBy").asText().equals("small-1")));
        assertTrue(
                opinion.path("reasons").toString().contains("Served by another model than the one that was asked: small-1."));
    }

    @Test
    void aDryRunLeavesItToAPersonAndKeepsThePrompts() {
        // When
        StageEvent completed = completed(briefRequest("honest", new LlmSettings(true, null, null, null, null, null, true)));
        // Then
        assertEquals("manual", verdict(completed));
        assertEquals("dry-run", body(completed).summary().path("llm").path(0).path("state").textValue());
        assertTrue(everythingOf(completed).contains("not sent: dry run"));
    }

    @Test
    void theSameInputsAndSeedMakeTheSameFilesToTheByte() {
        // Given
        StageEvent first = briefRequest("honest", model("order-biased"));
        StageEvent second = briefRequest("honest", model("order-biased"));
        // When
        StageEvent one = completed(first);
        StageEvent other = completed(second);
        // Then
        assertArrayEquals(artifact(one, "judge_report.jsonl"), artifact(other, "judge_report.jsonl"));
        assertArrayEquals(artifact(one, "judge_summary.json"), artifact(other, "judge_summary.json"));
    }

    @Test
    void theSeedIsWrittenNowhere() {
        assertFalse(everythingOf(judgedBy("honest")).contains("development-only"));
    }

    private StageEvent judgedBy(String model) {
        if (REQUESTS.isEmpty()) {
            List.of("honest", "lazy", "zero", "disagreeing", "order-biased", "wrong-total", "malformed-once", "in-a-block",
                    "busy", "busy-until", "dated", "malformed", "out-of-range", "not-a-number", "in-words", "no-json", "huge",
                    "failing", "very-busy", "slow", "replaced")
                    .forEach(each -> REQUESTS.put(each, briefRequest("honest", model(each))));
        }
        return completed(Objects.requireNonNull(REQUESTS.get(model), model));
    }

    private static JsonNode vote(JsonNode line) {
        return line.path("result").path("votes").valueStream().filter(vote -> vote.path("juror").asText().equals("model"))
                .findFirst().orElseThrow();
    }

    /** All of the model's reasons, without which sample gave them. */
    private static List<String> reasons(JsonNode line) {
        return opinion(line, "model").path("reasons").valueStream().map(JsonNode::asText).toList();
    }
}
