package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.http.Json;

class StrictTest extends EmulatorTest {

    private static final String RUN = "acme/proj/run-1";

    @BeforeEach
    void createRun() throws Exception {
        client.createRun();
    }

    @Test
    void aProperClientBreaksNoRule() throws Exception {
        // When
        client.history(0, "{\"_step\":0}", "{\"_step\":1,\"x\":NaN}");
        client.history(1, "{\"_step\":1,\"x\":NaN}", "{\"_step\":5}");
        client.lines("wandb-summary.json", 0, "{\"x\":1}");
        client.lines("wandb-summary.json", 0, "{\"x\":2}");
        client.lines("output.log", 0, "10 %");
        client.lines("output.log", 0, "20 %");
        client.stream("{\"dropped\":0,\"failed\":false,\"complete\":false}");
        client.stream("{\"complete\":true,\"exitcode\":0}");

        // Then
        assertEquals(List.of(), rules());
        assertEquals(0, emulator.violations());
    }

    @Test
    void aGapAndAConflictAreNamedWithRunFileAndLine() throws Exception {
        // When
        client.history(0, "{\"_step\":0}");
        client.history(0, "{\"_step\":9}");
        client.history(3, "{\"_step\":10}");

        // Then
        assertEquals(List.of("conflict", "gap"), rules());
        JsonNode conflict = violations().path(0);
        assertEquals(RUN, conflict.path("run").asText());
        assertEquals("wandb-history.jsonl", conflict.path("file").asText());
        assertEquals(0, conflict.path("line").asInt());
        assertEquals(1, violations().path(1).path("line").asInt());
    }

    @Test
    void stepsMayNotFallOrRepeat() throws Exception {
        // When
        client.history(0, "{\"_step\":3}", "{\"_step\":3}", "{\"_step\":2}", "{\"_step\":4}");

        // Then
        assertEquals(List.of("step", "step"), rules());
        assertEquals(1, violations().path(0).path("line").asInt());
    }

    @Test
    void whatShouldBeJsonIs() throws Exception {
        // When
        client.history(0, "no json");
        client.lines("wandb-summary.json", 0, "[]");
        client.lines("wandb-events.jsonl", 0, "{");
        client.mutation("UpsertBucket", "{\"entity\":\"acme\",\"project\":\"proj\",\"name\":\"run-1\",\"config\":\"x\"}");

        // Then
        assertEquals(List.of("not-json", "not-json", "not-json", "not-json"), rules());
    }

    @Test
    void afterTheEndARunMustBeAnnouncedAnew() throws Exception {
        // Given
        String end = "{\"files\":{\"wandb-history.jsonl\":{\"offset\":0,\"content\":[\"{}\"]}},\"complete\":true,\"exitcode\":0}";
        client.stream(end);

        // When
        client.stream(end);
        List<String> again = rules();
        client.createRun();
        client.history(1, "{}");
        client.stream("{\"complete\":true,\"exitcode\":0}");
        List<String> resumed = rules();
        client.history(2, "{}");

        // Then
        assertEquals(List.of(), again);
        assertEquals(List.of(), resumed);
        assertEquals(List.of("after-complete"), rules());
    }

    @Test
    void membersAndFilesThatTheProtocolLacksAreNoticed() throws Exception {
        // When
        client.stream("{\"complet\":true}");
        client.lines("history.jsonl", 0, "{}");
        client.query("mutation { upsertBucket(input: {entityName: \"acme\", modelName: \"proj\", name: \"run-1\", "
                + "display_name: \"x\"}) { inserted } }", Json.object());

        // Then
        assertEquals(List.of("unknown-member", "unknown-member", "unknown-member"), rules());
    }

    @Test
    void aLineHasALimit() throws Exception {
        // When
        client.history(0, "{\"x\":\"" + "a".repeat(10_383_360) + "\"}");

        // Then
        assertEquals(List.of("line-limit"), rules());
    }

    @Test
    void aRunHasOneRequestAtATime() throws Exception {
        // When
        List<CompletableFuture<?>> answers = new ArrayList<>();
        String body = "{\"files\":{\"wandb-summary.json\":{\"offset\":0,\"content\":[\"{\\\"x\\\":\\\"" + "a".repeat(2_000_000)
                + "\\\"}\"]}}}";
        for (int i = 0; i < 8; i++) {
            answers.add(client.sendAsync(client.request(WandbClient.STREAM).POST(BodyPublishers.ofString(body))));
        }
        answers.forEach(CompletableFuture::join);

        // Then
        assertTrue(rules().contains("in-flight"), rules().toString());
    }

    @Test
    void bytesAreThosePromised() throws Exception {
        // Given
        String url = client.mutation("CreateRunFiles",
                "{\"entity\":\"acme\",\"project\":\"proj\",\"run\":\"run-1\",\"files\":[\"f\"]}")
                .at("/data/createRunFiles/files/0/uploadUrl").asText();

        // When
        client.send(HttpRequest.newBuilder(URI.create(url)).header("Content-MD5", "AAAA").PUT(BodyPublishers.ofString("x")));
        client.send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Basic x")
                .PUT(BodyPublishers.ofString("x")));

        // Then
        assertEquals(List.of("digest", "key-leak"), rules());
    }

    @Test
    void strictModeFailsTheProcess() throws Exception {
        // Given
        client.history(7, "{}");

        // When
        int strict = WandbEmulatorCommand.finish(emulator, WandbEmulatorCommand.Options.parse("--strict"));
        int lenient = WandbEmulatorCommand.finish(emulator, WandbEmulatorCommand.Options.parse());

        // Then
        assertEquals(WandbEmulatorCommand.VIOLATED, strict);
        assertEquals(0, lenient);
    }

    private JsonNode violations() throws Exception {
        String body = client.get("/admin/violations?run=" + RUN.replace("/", "%2F")).body();
        return Json.parse("{\"all\":" + body + "}").orElseThrow().path("all");
    }

    private List<String> rules() throws Exception {
        return violations().findValuesAsText("rule");
    }
}
