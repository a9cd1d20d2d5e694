package dev.touchstone.telemetry.wandb.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.Headers;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.ApiKey;
import dev.touchstone.telemetry.wandb.WandbHttp;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;

class WeaveTracesTest {

    private static final byte[] SPANS = ExportTraceServiceRequest.newBuilder()
            .addResourceSpans(ResourceSpans.newBuilder().setSchemaUrl("https://opentelemetry.io/schemas/1.37.0")).build()
            .toByteArray();

    private final ScriptedWeave weave = new ScriptedWeave(0);

    @AfterEach
    void stop() {
        weave.close();
    }

    @Test
    void anExportHasTheKeyAndTheProject() throws InterruptedException {
        // When
        Answer<Boolean> answer = traces(weave.endpoint()).export(SPANS);

        // Then
        assertEquals(Answer.accepted(true), answer);
        Headers headers = weave.taken().getFirst().getKey();
        assertEquals(ScriptedWeave.KEY, headers.getFirst("wandb-api-key"));
        assertEquals("acme/reviews", headers.getFirst("project_id"));
        assertEquals("application/x-protobuf", headers.getFirst("Content-Type"));
        assertEquals(1, weave.taken().getFirst().getValue().getResourceSpansCount());
    }

    @Test
    void spansThatAreNotTakenAreNoticed() throws InterruptedException {
        // Given
        weave.rejects(3);

        // When
        Answer<Boolean> answer = traces(weave.endpoint()).export(SPANS);

        // Then
        assertEquals(Answer.accepted(false), answer);
    }

    @Test
    void aRefusalIsOneThatStays() throws InterruptedException {
        // Given
        weave.answers(401);

        // When
        Answer<Boolean> answer = traces(weave.endpoint()).export(SPANS);

        // Then
        assertEquals(401, assertInstanceOf(Refused.class, answer).status());
    }

    @Test
    void whatIsBusyOrAwayIsAskedAgain() throws InterruptedException {
        // Given
        weave.answers(503);

        // When
        Answer<Boolean> busy = traces(weave.endpoint()).export(SPANS);
        weave.close();
        Answer<Boolean> away = traces(weave.endpoint()).export(SPANS);

        // Then
        assertEquals(503, assertInstanceOf(Later.class, busy).status());
        assertEquals(0, assertInstanceOf(Later.class, away).status());
    }

    private static WeaveTraces traces(URI endpoint) {
        return new WeaveTraces(WandbHttp.newClient(Duration.ofSeconds(5)), endpoint, new ApiKey(ScriptedWeave.KEY),
                Optional.of("acme/reviews"), Duration.ofSeconds(5), Clock.systemUTC());
    }
}
