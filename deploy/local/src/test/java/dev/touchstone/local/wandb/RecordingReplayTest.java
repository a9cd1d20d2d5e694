package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;

/**
 * Plays exchanges as the official client has them: each step is sent in turn, and its answer must have the shape of the
 * recorded one, which is its member names, types and nesting. A PUT names the file, or the digest, that it was announced by.
 */
class RecordingReplayTest extends EmulatorTest {

    private final Map<String, String> places = new HashMap<>();

    @Test
    void aRunThenResumedIsLeftAsTheClientLeftIt() throws Exception {
        // When
        play("online.json");
        play("resume.json");

        // Then
        JsonNode run = run("sub-0004");
        assertEquals("finished", run.path("state").asText());
        assertTrue(run.path("gaps").isEmpty() && run.path("conflicts").isEmpty(), run.toString());
        assertEquals("[\"main\",\"v1\"]", run.path("tags").toString());
        assertEquals(run.path("historyLines"), run.at("/lineCounts/wandb-history.jsonl"));
        assertEquals("run-sub-0004-tbl:v0", run.at("/artifacts/0/name").asText());
        assertEquals("model-x:v0", run.at("/artifacts/1/name").asText());
        assertEquals("[\"latest\",\"best\"]", run.at("/artifacts/1/aliases").toString());
        assertEquals("WARN", run.at("/alerts/0/severity").asText());
        assertEquals(0, emulator.violations(), client.get("/admin/violations").body());
    }

    @Test
    void twoWritersShareARun() throws Exception {
        // When
        play("shared.json");

        // Then
        JsonNode run = run("sh-1");
        assertEquals("finished", run.path("state").asText());
        assertEquals(4, run.path("historyLines").asInt());
        assertTrue(run.path("gaps").isEmpty() && run.path("conflicts").isEmpty(), run.toString());
        assertEquals(0, emulator.violations(), client.get("/admin/violations").body());
    }

    private void play(String recording) throws Exception {
        for (JsonNode step : steps(recording)) {
            if (step.has("put")) {
                put(step);
            } else if (step.has("stream")) {
                stream(step);
            } else {
                operate(step);
            }
        }
    }

    private void operate(JsonNode step) throws Exception {
        String operation = step.path("op").asText();
        HttpResponse<String> answer = client.query(Documents.of(operation), step.path("variables"));
        JsonNode body = WandbClient.json(answer.body());
        assertEquals(step.path("answer"), shape(body), operation + ": " + body);
        remember(body, step.path("variables"));
    }

    private void remember(JsonNode body, JsonNode variables) {
        body.at("/data/createRunFiles/files")
                .forEach(file -> places.put(file.path("name").asText(), file.path("uploadUrl").asText()));
        body.at("/data/createArtifactFiles/files/edges").forEach(edge -> {
            String header = edge.at("/node/uploadHeaders/0").asText();
            places.put(header.substring(header.indexOf(':') + 1), edge.at("/node/uploadUrl").asText());
        });
        places.put(variables.path("digest").asText(),
                body.at("/data/createArtifactManifest/artifactManifest/file/uploadUrl").asText());
    }

    private void put(JsonNode step) throws Exception {
        String url = places.get(step.path("put").asText());
        assertNotNull(url, step.path("put").asText());
        assertEquals(200, client.put(url, step.path("body").asText()).statusCode());
    }

    private void stream(JsonNode step) throws Exception {
        HttpRequest.Builder request = client.request("/files/acme/proj/" + step.path("run").asText() + "/file_stream");
        if (step.has("writer")) {
            request.header("X-WANDB-USE-ASYNC-FILESTREAM", "true")
                    .header("X-WANDB-ASYNC-CLIENT-ID", step.path("writer").asText());
        }
        HttpResponse<String> answer = client.send(request.POST(BodyPublishers.ofString(Json.write(step.path("stream")))));
        assertEquals("{\"exitcode\":null,\"stopped\":\"boolean\",\"limits\":{}}",
                shape(WandbClient.json(answer.body())).toString());
    }

    private JsonNode run(String id) throws Exception {
        return WandbClient.json(client.send(HttpRequest.newBuilder(URI.create(emulator.url() + "/admin/runs/" + id))).body());
    }

    /** Values become the names of their types; a list has each shape once. */
    private static JsonNode shape(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> members(value);
            case ARRAY -> elements(value);
            case STRING -> Json.array().textNode("string");
            case NUMBER -> Json.array().textNode("number");
            case BOOLEAN -> Json.array().textNode("boolean");
            case NULL, MISSING, BINARY, POJO -> Json.array().nullNode();
        };
    }

    private static ObjectNode members(JsonNode value) {
        ObjectNode members = Json.object();
        value.properties().forEach(member -> members.set(member.getKey(), shape(member.getValue())));
        return members;
    }

    private static ArrayNode elements(JsonNode value) {
        Set<JsonNode> shapes = new LinkedHashSet<>();
        value.forEach(element -> shapes.add(shape(element)));
        return Json.array().addAll(shapes);
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
