package dev.touchstone.telemetry.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.Actor;
import dev.touchstone.events.Decision;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.Origin;
import dev.touchstone.events.Position;
import dev.touchstone.events.RecordStatement.LedgerAppended;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.EgressRefused;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.telemetry.wandb.ExtendedJson;

class RowEncodingTest {

    private static final UUID ID = UUID.fromString("0192d000-0000-7000-8000-000000000001");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void writesACompletedStageAsOneLine() {
        // Given
        Map<String, @Nullable Double> metrics = new LinkedHashMap<>();
        metrics.put("score", 0.875);
        metrics.put("refusal_rate", null);
        JsonNode summary = JsonNodeFactory.instance.objectNode().put("attempted", 8);
        StageEvent event = event(Stage.SECURITY, new Completed(summary, metrics, List.of("slow")),
                Map.of("report", URI.create("http://localhost:8081/artifacts/x")));

        // When
        String line = RowEncoding.encode(event, 4, START);

        // Then
        assertEquals("""
                {"event/id":"0192d000-0000-7000-8000-000000000001","event/stage":"security","event/name":"completed",\
                "event/severity":"info","event/sequence":7,"events/security/completed":1,\
                "event/security/completed/summary":"{\\"attempted\\":8}",\
                "event/security/completed/metrics":"{\\"score\\":0.875,\\"refusal_rate\\":null}",\
                "event/security/completed/warnings":"[\\"slow\\"]",\
                "event/security/completed/link/report":"http://localhost:8081/artifacts/x",\
                "security/score":0.875,"_timestamp":1767225601.500250,"_runtime":1.500250,"_step":4}""", line);
    }

    @Test
    void countsWhatTheWayOutRefused() {
        // When
        JsonNode row = row(event(Stage.SECURITY, new EgressRefused("bad_url", null, "no URL", 2), Map.of()));

        // Then
        assertEquals(2, row.path("security/refused_calls").intValue());
        assertEquals("bad_url", row.path("event/security/egress_refused/code").asText());
    }

    @Test
    void countsAFailedGateAsMeasured() {
        // Given
        Failed failed = new Failed("gate_failed", List.of("leaked"), false, null, Map.of("score", 0.0));

        // When
        JsonNode row = row(event(Stage.SECURITY, failed, Map.of()));

        // Then
        assertEquals(0.0, row.path("security/score").doubleValue());
        assertEquals("gate_failed", row.path("event/security/failed/reasonCode").asText());
        assertFalse(row.path("event/security/failed/retryable").asBoolean(true));
        assertFalse(row.has("event/security/failed/summary"), "what was not measured has no key");
    }

    @Test
    void writesADecisionForAnyChart() {
        // When
        JsonNode row = row(event(Stage.HUMAN, new HumanDecision(Decision.REJECTED, "leaks", "mio", Stage.SECURITY), Map.of()));

        // Then
        assertEquals(0, row.path("human/decision").intValue());
        assertEquals("rejected", row.path("human/decision_state").asText());
        assertEquals("leaks", row.path("human/decision_notes").asText());
        assertEquals("mio", row.path("event/human/human_decision/decidedBy").asText());
    }

    @Test
    void tiesALedgerEntryToTheRowOfItsEvent() {
        // When
        String line = RowEncoding.encode(event(Stage.JUDGE, new LedgerAppended(3, "ab".repeat(32), ID), Map.of()), 9, START);

        // Then
        assertEquals("{\"ledger/index\":3,\"ledger/leaf_hash\":\"" + "ab".repeat(32) + "\",\"ledger/event_id\":\"" + ID
                + "\",\"_timestamp\":1767225601.500250,\"_runtime\":1.500250,\"_step\":9}", line);
    }

    @Test
    void writesFiguresThatAreNoNumbersAsBareTokens() {
        // Given
        Map<String, @Nullable Double> metrics = new LinkedHashMap<>();
        metrics.put("score", Double.NaN);
        metrics.put("distance", Double.POSITIVE_INFINITY);

        // When
        String line = RowEncoding.encode(event(Stage.FUNCTIONAL, completed(metrics), Map.of()), 0, START);

        // Then
        assertTrue(line.contains("\"functional/score\":NaN,\"functional/distance\":Infinity,"), line);
    }

    @Test
    void keepsAnEventOfANewerVersionAndItsHostileText() {
        // Given
        JsonNode data = JsonNodeFactory.instance.objectNode().put("text", "\u0000\u202e\"}\n{\"_step\":99").put("n", 2);

        // When
        String line = RowEncoding.encode(event(Stage.JUDGE, new UnknownBody("pondered", data), Map.of()), 5, START);

        // Then
        JsonNode row = ExtendedJson.read(line);
        assertEquals(5, row.path("_step").intValue());
        assertEquals(1, row.path("events/judge/pondered").intValue());
        assertEquals(data.path("text").asText(), row.path("event/judge/pondered/text").asText());
        assertEquals(1, line.lines().count());
    }

    @Test
    void cutsTextThatIsTooLongAndSaysSo() {
        // When
        JsonNode row = row(event(Stage.JUDGE, new UnknownBody("pondered",
                JsonNodeFactory.instance.objectNode().put("text", "x".repeat(100_001))), Map.of()));

        // Then
        assertTrue(row.path("event/judge/pondered/text").asText().endsWith("x... (100001 characters)"));
    }

    @Test
    void keepsKeysInAddressesToItself() {
        // Given
        StageEvent request = Samples.requested(Samples.review(), Stage.PRECHECK,
                Samples.agent(URI.create("https://me:word@agent.example:8443/a2a?api_key=s3cret#t0ken")));
        JsonNode newer = JsonNodeFactory.instance.objectNode().set("tried",
                JsonNodeFactory.instance.arrayNode().addObject().put("endpoint", "//me:word@x/y z?api_key=s3cret"));

        // When
        String row = RowEncoding.encode(request, 0, START);
        String unknown = RowEncoding.encode(event(Stage.JUDGE, new UnknownBody("pondered", newer), Map.of()), 1, START);

        // Then
        assertEquals("https://agent.example:8443/a2a",
                ExtendedJson.read(ExtendedJson.read(row).path("event/precheck/requested/agent").asText()).path("endpoint")
                        .asText());
        assertFalse((row + unknown).matches(".*(s3cret|word|t0ken).*"), row + unknown);
    }

    @Test
    void letsNothingHappenBeforeTheRunBegan() {
        assertEquals(0, ExtendedJson.read(RowEncoding.encode(event(Stage.JUDGE, completed(Map.of()), Map.of()), 0,
                START.plusSeconds(60))).path("_runtime").intValue());
    }

    private static Completed completed(Map<String, @Nullable Double> metrics) {
        return new Completed(JsonNodeFactory.instance.objectNode(), metrics, List.of());
    }

    private static JsonNode row(StageEvent event) {
        return ExtendedJson.read(RowEncoding.encode(event, 0, START));
    }

    private static StageEvent event(Stage stage, EventBody body, Map<String, URI> links) {
        Origin origin = new Origin(ID, URI.create("/touchstone/test"), START.plusNanos(1_500_250_000), Actor.service("test"));
        return new StageEvent(origin, Samples.review(), new Position(stage, 1, 7), body, new Evidence(links, List.of()));
    }
}
