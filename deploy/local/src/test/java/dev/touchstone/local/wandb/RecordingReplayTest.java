package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.http.Json;

/**
 * Plays exchanges as the official client has them, restated in short: each step is sent in turn, and what it expects of
 * the answer (JSON pointer to value, or to the name of a type) is looked up there.
 */
class RecordingReplayTest extends EmulatorTest {

    private JsonNode last = Json.object();

    @Test
    void leavesTheRunAsTheClientLeftIt() throws IOException, InterruptedException {
        // Given
        JsonNode steps = steps("online-then-resumed.json");

        // When
        for (JsonNode step : steps) {
            play(step);
        }

        // Then
        JsonNode run = client.run();
        assertEquals("finished", run.path("state").asText());
        assertEquals(4, run.path("historyLines").asInt());
        assertEquals("{\"loss\":0.3,\"_timestamp\":1.77e9,\"_runtime\":3.052e+09,\"_step\":7}",
                run.at("/history/3").asText());
        assertEquals("[]", run.path("gaps").toString());
        assertEquals("[]", run.path("conflicts").toString());
        assertEquals("[\"main\",\"v1\"]", run.path("tags").toString());
        assertTrue(run.path("config").asText().contains("\"lr\":{\"value\":0.2}"), run.path("config").asText());
        assertEquals("model-x:v0", run.at("/artifacts/0/name").asText());
        assertEquals("[\"model-x:v0\"]", run.path("usedArtifacts").toString());
        assertEquals(1, run.path("heartbeats").asInt());
    }

    private void play(JsonNode step) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(step);
        assertEquals(step.path("status").asInt(200), answer.statusCode(), step.path("title").asText());
        last = answer.body().isEmpty() ? last : WandbClient.json(answer.body());
        for (var expected : step.path("expect").properties()) {
            JsonNode found = last.at(expected.getKey());
            boolean type = expected.getValue().isTextual() && expected.getValue().asText().startsWith("type:");
            assertEquals(expected.getValue(),
                    type ? Json.array().textNode("type:" + found.getNodeType().name().toLowerCase(Locale.ROOT)) : found,
                    step.path("title").asText() + ": " + expected.getKey() + " of " + last);
        }
    }

    private HttpResponse<String> send(JsonNode step) throws IOException, InterruptedException {
        if (step.has("query")) {
            return client.query(step.path("query").asText(), step.path("variables"));
        }
        if (step.has("put")) {
            return client.put(last.at(step.path("put").asText()).asText(), step.path("body").asText());
        }
        return client.stream(Json.write(step.path("stream")));
    }

    private static JsonNode steps(String recording) {
        try (InputStream in = RecordingReplayTest.class.getResourceAsStream(recording)) {
            String text = new String(Objects.requireNonNull(in, recording).readAllBytes(), StandardCharsets.UTF_8);
            return WandbClient.json(text).path("steps");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
