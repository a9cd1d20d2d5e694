package dev.touchstone.telemetry.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.telemetry.PickedPorts;
import dev.touchstone.telemetry.ServiceTest;
import dev.touchstone.telemetry.wandb.weave.ScriptedWeave;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** The service as one that exports its own traces to itself, and passes them on. */
@QuarkusTest
class WeaveTest extends ServiceTest {

    private static final int CAPACITY = PickedPorts.WEAVE_BYTES;

    @ConfigProperty(name = PickedPorts.WEAVE_PORT)
    int port;

    @Inject
    MeterRegistry meters;

    private ScriptedWeave weave;

    @BeforeEach
    void startWeave() {
        weave = new ScriptedWeave(port);
    }

    @AfterEach
    void stopWeave() {
        weave.close();
    }

    @Test
    void whatIsDoneAboutAReviewIsATraceThatNamesItsRun() {
        // Given
        ReviewRef review = Samples.review();
        String trace = review.workflowRunId().toString().replace("-", "");

        // When
        // Again and again: the exporter drops what does not fit while it still holds what other tests left to it.
        eventually().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(500)).until(() -> {
            bus.sendTraced(Samples.requested(review, Stage.PRECHECK), "00-" + trace + "-00f067aa0ba902b7-01");
            return weave.spans().stream().anyMatch(span -> isHandler(span, review));
        });

        // Then
        Span handler = weave.spans().stream().filter(span -> isHandler(span, review)).findFirst().orElseThrow();
        assertEquals(trace, HexFormat.of().formatHex(handler.getTraceId().toByteArray()));
        assertEquals("precheck", attribute(handler, "touchstone.stage"));
        assertEquals("acme/reviews", weave.taken().getFirst().getKey().getFirst("project_id"));
        assertEquals(List.of(), weave.spans().stream().map(Span::getName).filter(name -> name.contains("otlp")).toList());
    }

    @Test
    void anExportMayBePacked() throws IOException {
        // When
        post(gzip(export("packed"))).statusCode(200);

        // Then
        eventually().until(() -> weave.spans().stream().anyMatch(span -> span.getName().equals("packed")));
    }

    @Test
    void whatIsNoExportIsRefused() throws IOException {
        post(gzip(new byte[CAPACITY + 1])).statusCode(413);
        post("no gzip".getBytes(StandardCharsets.UTF_8)).statusCode(400);
        TestKeys.as(TestKeys.SERVICE).contentType("application/json").body("{}").post("/otlp/v1/traces").then()
                .statusCode(415);
    }

    @Test
    void whileWeaveIsAwayExportsWaitAndWhatDoesNotFitIsDroppedAndCounted() {
        // Given
        weave.answers(503);
        double before = dropped();

        // When
        eventually().until(() -> plain(export("x".repeat(CAPACITY / 4))) == 429);

        // Then
        assertTrue(dropped() > before);
        weave.answers(200);
        plain(export("after the outage"));
        eventually().until(() -> {
            plain(export("after the outage"));
            return weave.spans().stream().anyMatch(span -> span.getName().equals("after the outage"));
        });
    }

    private double dropped() {
        return meters.counter("touchstone.weave.exports", "outcome", "dropped").count();
    }

    private static boolean isHandler(Span span, ReviewRef review) {
        return span.getName().equals("RecordEvents")
                && attribute(span, "wandb.wb_run_id").equals(review.wandbRun().runId());
    }

    private static String attribute(Span span, String key) {
        return span.getAttributesList().stream().filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> attribute.getValue().getStringValue()).findFirst().orElse("");
    }

    private static byte[] export(String name) {
        return ExportTraceServiceRequest.newBuilder().addResourceSpans(ResourceSpans.newBuilder()
                .addScopeSpans(ScopeSpans.newBuilder().addSpans(Span.newBuilder().setName(name)))).build().toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static ValidatableResponse post(byte[] packed) {
        return TestKeys.as(TestKeys.SERVICE).contentType("application/x-protobuf").header("Content-Encoding", "gzip")
                .body(packed).post("/otlp/v1/traces").then();
    }

    private static int plain(byte[] export) {
        return TestKeys.as(TestKeys.SERVICE).contentType("application/x-protobuf").body(export).post("/otlp/v1/traces")
                .statusCode();
    }
}
