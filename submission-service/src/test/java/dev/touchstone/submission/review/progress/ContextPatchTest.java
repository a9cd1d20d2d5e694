package dev.touchstone.submission.review.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.submission.Cards;
import dev.touchstone.submission.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;

class ContextPatchTest {

    @Test
    void whatIsNamedIsReplacedAndNullTakesAway() {
        // Given
        ObjectNode present = json("{\"metrics_p50\": 3, \"metrics_mode\": \"dry\", \"status\": \"starting\"}");
        // When
        ObjectNode merged = read("{\"metrics_p50\": 4.50, \"metrics_mode\": null, \"metrics_warm\": true}").appliedTo(present);
        // Then
        assertEquals(json("{\"metrics_p50\": 4.50, \"status\": \"starting\", \"metrics_warm\": true}").toString(),
                merged.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"metrics_a\": {\"b\": 1}}            | /metrics_a",
            "{\"metrics_a\": [1]}                   | /metrics_a",
            "{\"status\": \"resting\"}              | /status",
            "{\"status\": 3}                        | /status",
            "{\"status\": {\"is\": \"ready\"}}      | /status",
            "{\"verdict\": \"approve\"}             | /verdict",
            "{\"metrics_\": 1}                      | /metrics_",
            "{\"metrics_a/b\": 1}                   | /metrics_a~1b"
    })
    void whatIsNotAllowedIsNamedByPointer(String patch, String pointer) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> read(patch));
        assertEquals(422, problem.getStatusCode());
        assertEquals(List.of(pointer), violations(problem).stream().map(Violation::pointer).toList());
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        HttpProblem problem = assertThrows(HttpProblem.class,
                () -> read("{\"a\": 1, \"metrics_b\": [], \"metrics_c\": 1, \"status\": \"x\"}"));
        assertEquals(List.of("/a", "/metrics_b", "/status"), violations(problem).stream().map(Violation::pointer).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "{\"metrics_a\": 1, \"metrics_a\": 2}", "{} {}", "{\"metrics_a\": NaN}" })
    void whatIsNoJsonIsRefused(String patch) {
        assertEquals(400, assertThrows(HttpProblem.class, () -> read(patch)).getStatusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "1", "null" })
    void whatIsNoObjectIsRefused(String patch) {
        assertEquals(422, assertThrows(HttpProblem.class, () -> read(patch)).getStatusCode());
    }

    @Test
    void aPatchThatIsTooLargeIsRefused() {
        String patch = "{\"metrics_a\": \"" + "x".repeat(ContextPatch.MOST_BYTES) + "\"}";
        assertEquals(413, assertThrows(HttpProblem.class, () -> read(patch)).getStatusCode());
    }

    @Test
    void aWholeThatBecomesTooLargeIsRefused() {
        // Given
        String half = "x".repeat(ContextPatch.MOST_BYTES / 2);
        ObjectNode present = json("{\"metrics_a\": \"" + half + "\"}");
        ContextPatch patch = read("{\"metrics_b\": \"" + half + "\"}");
        // When
        HttpProblem problem = assertThrows(HttpProblem.class, () -> patch.appliedTo(present));
        // Then
        assertEquals(413, problem.getStatusCode());
    }

    @SuppressWarnings("unchecked") // the problem keeps what it was given as an object
    private static List<Violation> violations(HttpProblem problem) {
        return (List<Violation>) Objects.requireNonNull(problem.getParameters().get("violations"));
    }

    private static ContextPatch read(String json) {
        return ContextPatch.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Cards.json(text);
    }
}
