package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        var viewer = client.query("query Viewer { viewer { id } }", Json.object());
        var upsert = client.query("mutation UpsertBucket { x }", Json.object());

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

    private void order(String body) throws Exception {
        assertEquals(201, client.post("/admin/faults", body).statusCode());
    }
}
