package dev.touchstone.events.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.DeliveryTest;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.SeenSpans;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.testing.Samples;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RoundTraceTest extends DeliveryTest {

    @Inject
    Outbox outbox;

    @Inject
    SeenSpans spans;

    private final ReviewRef review = Samples.review();

    @Test
    void whatSomebodyAsksForLaterJoinsTheTraceOfTheRound() {
        // Given
        String round = emitInATraceOfItsOwn(review, "submit");

        // When
        String decision = emitInATraceOfItsOwn(review, "decide");

        // Then
        assertEquals(List.of(round, round), tracesOnTheBus(2));
        SpanData request = spans.find(decision, "decide").orElseThrow();
        assertEquals(round, request.getLinks().getFirst().getSpanContext().getTraceId());
        assertEquals(review.wandbRun().runId(), request.getAttributes().get(AttributeKey.stringKey("wandb.wb_run_id")));
    }

    @Test
    void aNewRoundHasATraceOfItsOwn() {
        // Given
        String first = emitInATraceOfItsOwn(review, "submit");
        ReviewRef again = new ReviewRef(review.submissionId(), UUID.randomUUID(), review.agentId(), review.revision(),
                review.wandbRun());

        // When
        String second = emitInATraceOfItsOwn(again, "submit again");

        // Then
        assertEquals(List.of(first, second), tracesOnTheBus(2));
    }

    @Test
    void whoHeardOfARoundTellsOfItInTheSameTrace() {
        // Given
        String round = UUID.randomUUID().toString().replace("-", "");
        StageEvent request = Samples.requested(review, Stage.PRECHECK);
        bus.sendTraced(request, "00-" + round + "-00f067aa0ba902b7-01");
        await().until(() -> effectsOf(request) > 0);

        // When
        emitInATraceOfItsOwn(review, "decide");

        // Then
        assertTrue(tracesOnTheBus(2).stream().allMatch(round::equals));
        SpanData handler = spans.find(round, "EffectHandler").orElseThrow();
        assertEquals("precheck", handler.getAttributes().get(AttributeKey.stringKey("touchstone.stage")));
        assertEquals(1, handler.getAttributes().get(AttributeKey.longKey("touchstone.attempt")));
        assertEquals(review.submissionId().toString(),
                handler.getAttributes().get(AttributeKey.stringKey("wandb.thread_id")));
    }

    /** As a request that a person makes. Returns the id of its trace. */
    private String emitInATraceOfItsOwn(ReviewRef about, String name) {
        Span request = GlobalOpenTelemetry.getTracer("test").spanBuilder(name).setNoParent().startSpan();
        try (Scope ignored = Context.root().with(request).makeCurrent()) {
            inTransaction(() -> outbox.emit(EventDraft.of(about, Stage.SECURITY, 1, new Started())));
        } finally {
            request.end();
        }
        return request.getSpanContext().getTraceId();
    }

    private List<String> tracesOnTheBus(int events) {
        await().until(() -> bus.eventsOf(review.submissionId()).size() >= events);
        return bus.recordsOf(review.submissionId()).stream()
                .map(message -> new String(message.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .map(traceparent -> traceparent.split("-", -1)[1]).toList();
    }
}
