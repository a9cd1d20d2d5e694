package dev.touchstone.telemetry.wandb.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.Refusal;

class ResumeStatusTest {

    private final Map<String, @Nullable Object> bucket = new LinkedHashMap<>(Map.of("id", "storage-1",
            "historyLineCount", 3, "eventsLineCount", 4, "logLineCount", 2,
            "historyTail", "[\"{\\\"_step\\\":6,\\\"_runtime\\\":0.09,\\\"nan\\\":NaN}\"]",
            "eventsTail", "[\"{\\\"_runtime\\\":1.5}\",\"{\\\"_runtime\\\":3.05}\"]",
            "summaryMetrics", "{\"_step\":5,\"_runtime\":2,\"_wandb\":{\"runtime\":3}}",
            "config", "{\"lr\":{\"value\":0.1},\"_wandb\":{\"value\":{\"t\":{}}}}",
            "wandbConfig", "{\"t\":{\"5\":\"0.30.0\"}}"));

    @Test
    void goesOnAfterWhatARunHasOfEachFile() {
        // Given
        bucket.put("tags", List.of("main", "v1"));
        bucket.put("notes", "n");

        // Then
        ExistingRun run = run();
        assertEquals(new ResumePoint(3, 7, 4, 2, 3.05), run.point());
        assertEquals(List.of("main", "v1"), run.tags());
        assertEquals("n", run.notes());
        assertEquals("storage-1", run.storageId());
        assertEquals("{\"value\":0.1}", run.config().path("lr").toString());
        assertEquals(5, run.summary().path("_step").asInt());
    }

    @ParameterizedTest
    @CsvSource({ "1, 1, 2", "0, 1, 1", "6, 3, 7" })
    void beginsOneStepAfterTheLast(int lastStep, int lines, int expected) {
        // Given
        bucket.put("historyLineCount", lines);
        bucket.put("historyTail", "[\"{\\\"_step\\\":" + lastStep + "}\"]");

        // Then
        assertEquals(expected, run().point().nextStep());
    }

    @Test
    void beginsAtStepNoughtWhereThereIsNoHistory() {
        // Given
        bucket.put("historyLineCount", 0);
        bucket.put("historyTail", null);
        bucket.put("summaryMetrics", "{}");

        // Then
        assertEquals(0, run().point().nextStep());
    }

    @Test
    void takesTheSummarysStepWhereTheLastLineHasNone() {
        // Given
        bucket.put("historyTail", "[\"{\\\"loss\\\":1}\"]");

        // Then
        assertEquals(6, run().point().nextStep());
    }

    @Test
    void countsLinesWhereNothingHasAStep() {
        // Given
        bucket.put("historyTail", "[]");
        bucket.put("summaryMetrics", "{}");

        // Then
        assertEquals(3, run().point().nextStep());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{\"_runtime\":9,\"_wandb\":{\"runtime\":4}} | 4", "{\"_runtime\":9} | 9",
            "{\"_runtime\":9,\"_wandb\":{}} | 3.05", "{\"_runtime\":3052000000} | 3052000000",
            "{\"_runtime\":NaN} | 3.05", "{\"_runtime\":Infinity} | 3.05", "{} | 3.05" })
    void hasRunAsLongAsTheLongestOfThemSays(String summary, double expected) {
        // Given
        bucket.put("summaryMetrics", summary);

        // Then
        assertEquals(expected, run().point().runtimeSeconds());
    }

    @Test
    void takesARunThatWasNeverStartedForNew() {
        // Given
        bucket.put("wandbConfig", "{}");

        // Then
        assertEquals(Answer.accepted(Optional.<ExistingRun> empty()), read());
        assertEquals(Answer.accepted(Optional.<ExistingRun> empty()), ResumeStatus.read(ExtendedJson.read("null")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "historyLineCount | ", "eventsLineCount | ", "logLineCount | ",
            "historyTail | {", "historyTail | {}", "historyTail | [1]", "eventsTail | [\"no object\"]",
            "summaryMetrics | []", "summaryMetrics | <html>", "config | \"x\"", "wandbConfig | {" })
    void doesNotGuessWhereAMalformedRunEnds(String member, @Nullable String value) {
        // Given
        bucket.put(member, value);

        // Then
        assertEquals(Refusal.MALFORMED_RUN, assertInstanceOf(Refused.class, read()).why());
    }

    private ExistingRun run() {
        return read() instanceof Accepted<Optional<ExistingRun>>(var run, var ignored) ? run.orElseThrow()
                : throwing(read().toString());
    }

    private static ExistingRun throwing(String answer) {
        throw new AssertionError(answer);
    }

    private Answer<Optional<ExistingRun>> read() {
        return ResumeStatus.read(ExtendedJson.node(bucket));
    }
}
