package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.http.Json;

class FaultTest extends EmulatorTest {

    @BeforeEach
    void createRun() throws Exception {
        client.createRun();
    }

    @Test
    void theNextRequestsAreAnsweredWithAStatus() throws Exception {
        // Given
        order("{\"kind\":\"status\",\"status\":429,\"times\":2,\"retryAfter\":\"7\",\"target\":\"file_stream\"}");

        // When
        var first = client.history(0, "{}");
        var second = client.history(0, "{}");
        var third = client.history(0, "{}");

        // Then
        assertEquals(429, first.statusCode());
        assertEquals("7", first.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(429, second.statusCode());
        assertEquals(200, third.statusCode());
        assertEquals(1, client.run().path("requests").asInt());
    }

    @Test
    void aFaultMayBeMeantForOneOperation() throws Exception {
        // Given
        order("{\"kind\":\"status\",\"status\":409,\"target\":\"graphql\",\"operation\":\"UpsertBucket\"}");

        // When
        var viewer = client.query(Documents.of("Viewer"), Json.object());
        var upsert = client.query(Documents.of("UpsertBucket"), Json.object());

        // Then
        assertEquals(200, viewer.statusCode());
        assertEquals(409, upsert.statusCode());
    }

    @Test
    void aResetComesAfterTheRequestWasStored() throws Exception {
        // Given
        order("{\"kind\":\"reset\",\"target\":\"file_stream\"}");

        // When
        assertThrows(IOException.class, () -> client.history(0, "{\"a\":1}"));

        // Then
        assertEquals(1, client.run().path("historyLines").asInt());
    }

    @Test
    void anAnswerMayBeSlow() throws Exception {
        // Given
        order("{\"kind\":\"slow\",\"delayMillis\":300}");
        long start = System.nanoTime();

        // When
        client.history(0, "{}");

        // Then
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() >= 300);
    }

    @Test
    void anAnswerMayBeSomethingElse() throws Exception {
        // Given
        order("{\"kind\":\"status\",\"status\":200,\"body\":\"<html>\"}");

        // Then
        assertEquals("<html>", client.history(0, "{}").body());
    }

    @Test
    void ordersCanBeTakenBack() throws Exception {
        // Given
        order("{\"kind\":\"status\",\"status\":500,\"times\":9}");

        // When
        client.send(client.request("/admin/faults").DELETE());

        // Then
        assertEquals(200, client.history(0, "{}").statusCode());
    }

    @Test
    void anOrderThatMakesNoSenseIsRefused() throws Exception {
        for (String order : new String[] { "", "{}", "{\"kind\":\"status\"}", "{\"kind\":\"reset\",\"times\":0}",
                "{\"kind\":\"reset\",\"target\":\"moon\"}" }) {
            assertEquals(400, client.post("/admin/faults", order).statusCode(), order);
        }
    }

    @Test
    void aRunThatSpeaksTooOftenIsSlowedDown() throws Exception {
        // Given
        client.post("/admin/rate-limit", "{\"requestsPerSecond\":2}");
        client.stream("{}");
        client.stream("{}");

        // When
        var third = client.stream("{}");
        pass(Duration.ofSeconds(1));
        var later = client.stream("{}");

        // Then
        assertEquals(429, third.statusCode());
        assertEquals("0", third.headers().firstValue("RateLimit-Remaining").orElseThrow());
        assertEquals(200, later.statusCode());
    }

    @Test
    void aResetMayComeBeforeAnythingWasStored() throws Exception {
        // Given
        order("{\"kind\":\"reset\",\"stored\":false,\"target\":\"file_stream\"}");

        // When
        assertThrows(IOException.class, () -> client.history(0, "{\"a\":1}"));

        // Then
        assertEquals(0, client.run().path("historyLines").asInt());
    }

    @Test
    void aRefusalMayComeAfterTheRequestWasStored() throws Exception {
        // Given
        order("{\"kind\":\"status\",\"status\":502,\"stored\":true}");

        // Then
        assertEquals(502, client.history(0, "{}").statusCode());
        assertEquals(1, client.run().path("historyLines").asInt());
    }

    @Test
    void anAnswerMayBreakOffOrDrip() throws Exception {
        // Given
        order("{\"kind\":\"truncate\",\"target\":\"file_stream\"}");
        order("{\"kind\":\"drip\",\"delayMillis\":1,\"target\":\"file_stream\"}");

        // Then
        assertThrows(IOException.class, () -> client.history(0, "{}"));
        assertEquals("{\"exitcode\":null,\"stopped\":false,\"limits\":{}}", client.history(1, "{}").body());
    }

    @Test
    void aFaultMayBeMeantForOneRunAndSpareTheFirst() throws Exception {
        // Given
        client.mutation("UpsertBucket", "{\"entity\":\"acme\",\"project\":\"proj\",\"name\":\"run-2\"}");
        order("{\"kind\":\"stopped\",\"run\":\"run-1\",\"after\":1}");

        // When
        String other = client.post("/files/acme/proj/run-2/file_stream", "{}").body();
        String first = client.stream("{}").body();
        String second = client.stream("{}").body();

        // Then
        assertTrue(other.contains("\"stopped\":false") && first.contains("\"stopped\":false"), other + first);
        assertTrue(second.contains("\"stopped\":true"), second);
    }

    @Test
    void chanceComesFromASeed() throws Exception {
        // Given
        order("{\"kind\":\"status\",\"status\":503,\"times\":\"always\",\"probability\":0.5,\"seed\":7}");
        List<Integer> first = statuses();
        client.send(client.request("/admin/faults").DELETE());
        order("{\"kind\":\"status\",\"status\":503,\"times\":\"always\",\"probability\":0.5,\"seed\":7}");

        // When
        List<Integer> second = statuses();

        // Then
        assertEquals(first, second);
        assertTrue(first.contains(200) && first.contains(503), first.toString());
    }

    @Test
    void theServicesOwnRefusalsHaveNames() throws Exception {
        // Given
        order("{\"kind\":\"rate-limited\",\"rateLimit\":{\"remaining\":0,\"reset\":3}}");
        order("{\"kind\":\"malformed-token\"}");
        order("{\"kind\":\"duplicate-entry\",\"operation\":\"UpsertBucket\"}");

        // When
        var limited = client.stream("{}");
        var malformed = client.stream("{}");
        JsonNode duplicate = client.createRun();

        // Then
        assertEquals(429, limited.statusCode());
        assertEquals("3", limited.headers().firstValue("RateLimit-Reset").orElseThrow());
        assertEquals("{\"error\":\"Malformed token\"}", malformed.body());
        assertTrue(duplicate.at("/errors/0/message").asText().contains("Duplicate entry"), duplicate.toString());
    }

    @Test
    void aProjectHasALimitToo() throws Exception {
        // Given
        client.mutation("UpsertBucket", "{\"entity\":\"acme\",\"project\":\"proj\",\"name\":\"run-2\"}");
        client.post("/admin/rate-limit", "{\"requestsPerSecond\":5,\"projectRequestsPerSecond\":2}");

        // When
        var first = client.stream("{}");
        client.post("/files/acme/proj/run-2/file_stream", "{}");
        var third = client.stream("{}");

        // Then
        assertEquals("1", first.headers().firstValue("RateLimit-Remaining").orElseThrow());
        assertEquals("2", first.headers().firstValue("RateLimit-Limit").orElseThrow());
        assertEquals(429, third.statusCode());
        assertEquals("1.000", third.headers().firstValue("RateLimit-Reset").orElseThrow());
    }

    private List<Integer> statuses() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            statuses.add(client.stream("{}").statusCode());
        }
        return statuses;
    }

    private void order(String body) throws Exception {
        assertEquals(201, client.post("/admin/faults", body).statusCode());
    }
}
