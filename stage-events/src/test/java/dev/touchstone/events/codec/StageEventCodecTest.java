package dev.touchstone.events.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.ProcessSample;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.Topics;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.events.testing.Samples;

class StageEventCodecTest {

    private final StageEvent progressed = Samples.event(Samples.review(), Stage.SECURITY, 1, 7, new Progressed(3, 24));

    @Test
    void anEventSurvivesTheWireToTheMicrosecond() {
        // When
        Decoded decoded = StageEventCodec.decode(StageEventCodec.encode(progressed));
        // Then
        assertEquals(new Decoded.Understood(progressed), decoded);
    }

    @Test
    void whatWasNotMeasuredIsNullAndNotZero() {
        // Given
        StageEvent event = Samples.event(Samples.review(), Stage.JUDGE, 1, 9, new TrustScoreCalculated(null,
                List.of(new ScorePart("judge", 20, null, "No juror scored")), List.of("Not enough was measured"), "policy-1"));
        // When
        JsonNode data = StageEventCodec.toJson(event).get("data");
        // Then
        assertEquals(true, data.get("score").isNull());
        assertEquals(true, data.get("breakdown").get(0).get("points").isNull());
        assertEquals(new Decoded.Understood(event), StageEventCodec.decode(StageEventCodec.encode(event)));
    }

    @Test
    void theHeadersAreThoseOfACloudEventInBinaryMode() {
        // When
        Map<String, String> headers = CloudEventHeaders.of(progressed);
        // Then
        assertEquals(Set.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_wandbrunid",
                "ce_stage", "ce_attempt", "ce_sequence", "content-type"), headers.keySet());
        assertEquals("dev.touchstone.stage.progressed.v1", headers.get("ce_type"));
        assertEquals("2026-11-01T12:00:00.123456Z", headers.get("ce_time"));
    }

    @Test
    void aKindOfANewerVersionIsKeptAsItCame() {
        // Given
        ObjectNode json = StageEventCodec.toJson(progressed);
        json.put("event", "sharpened");
        json.set("data", JsonNodeFactory.instance.objectNode().put("edge", 3));
        // When
        StageEvent event = understood(json);
        // Then
        assertEquals(new UnknownBody("sharpened", json.get("data")), event.body());
        assertEquals(json, StageEventCodec.toJson(event));
    }

    @Test
    void membersOfANewerVersionAreLeftAlone() {
        // Given
        ObjectNode json = StageEventCodec.toJson(progressed);
        json.put("colour", "blue");
        ((ObjectNode) json.get("data")).put("speed", 2);
        // When
        StageEvent event = understood(json);
        // Then
        assertEquals(progressed, event);
    }

    @ParameterizedTest
    @ValueSource(strings = { "id", "source", "submissionId", "workflowRunId", "agentId", "revision", "stage", "event",
            "attempt",
            "sequence", "occurredAt", "actor", "wandbRun", "data" })
    void anEventWithoutARequiredMemberIsUnreadableAndSaysWhich(String member) {
        // Given
        ObjectNode json = StageEventCodec.toJson(progressed);
        json.remove(member);
        // When
        Decoded decoded = StageEventCodec.decode(bytes(json));
        // Then
        assertEquals(new Decoded.Unreadable(member + " is missing"), decoded);
    }

    @Test
    void anEventWithoutAWandbRunIdIsUnreadable() {
        // Given
        ObjectNode json = StageEventCodec.toJson(progressed);
        ((ObjectNode) json.get("wandbRun")).remove("runId");
        // When
        Decoded decoded = StageEventCodec.decode(bytes(json));
        // Then
        assertEquals(new Decoded.Unreadable("runId is missing"), decoded);
    }

    @ParameterizedTest
    @CsvSource({ "reasonCode,data.reasonCode is missing", "retryable,malformed member retryable" })
    void aBodyWithoutARequiredMemberIsUnreadableAndSaysWhich(String member, String reason) {
        // Given
        ObjectNode json = StageEventCodec.toJson(Samples.event(Samples.review(), Stage.SECURITY, 1, 8,
                Failed.unmeasured("endpoint_unreachable", List.of("No answer"), true)));
        ((ObjectNode) json.get("data")).remove(member);
        // When
        Decoded decoded = StageEventCodec.decode(bytes(json));
        // Then
        assertEquals(new Decoded.Unreadable(reason), decoded);
    }

    @ParameterizedTest
    @CsvSource({ "/data/agent/displayName,data.agent.displayName is missing",
            "/data/agent/card/url,data.agent.card.url is missing",
            "/data/context/policyVersion,data.context.policyVersion is missing",
            "/data/escalation/reason,data.escalation.reason is missing", "/actor/kind,actor.kind is missing" })
    void whatIsMissingFurtherDownIsFoundToo(String pointer, String reason) {
        // Given
        ObjectNode json = StageEventCodec.toJson(Samples.requested(Samples.review(), Stage.HUMAN));
        JsonPointer path = JsonPointer.compile(pointer);
        ((ObjectNode) json.at(path.head())).remove(path.last().getMatchingProperty());
        // When
        Decoded decoded = StageEventCodec.decode(bytes(json));
        // Then
        assertEquals(new Decoded.Unreadable(reason), decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"3\"", "2.9", "4294967297", "null" })
    void whatIsNoWholeNumberIsNotMadeOne(String value) throws JsonProcessingException {
        // Given
        ObjectNode attempt = StageEventCodec.toJson(progressed);
        attempt.set("attempt", EventJson.mapper().readTree(value));
        ObjectNode done = StageEventCodec.toJson(progressed);
        ((ObjectNode) done.get("data")).set("done", EventJson.mapper().readTree(value));
        // Then
        assertInstanceOf(Decoded.Unreadable.class, StageEventCodec.decode(bytes(attempt)));
        assertInstanceOf(Decoded.Unreadable.class, StageEventCodec.decode(bytes(done)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "{", "42", "\"text\"", "{\"id\": {}}" })
    void anythingElseIsUnreadableAndNeverThrows(String payload) {
        // When
        Decoded decoded = StageEventCodec.decode(payload.getBytes(StandardCharsets.UTF_8));
        // Then
        assertInstanceOf(Decoded.Unreadable.class, decoded);
    }

    @Test
    void aReasonNeverRepeatsWhatTheSenderWrote() {
        // Given
        ObjectNode json = StageEventCodec.toJson(progressed);
        Set<String> members = Set.of("id", "source", "submissionId", "workflowRunId", "stage", "attempt", "sequence",
                "occurredAt");
        // When
        Set<String> reasons = members.stream().map(member -> {
            ObjectNode hostile = json.deepCopy();
            hostile.put(member, "<script>secret 1</script>");
            return StageEventCodec.decode(bytes(hostile));
        }).map(decoded -> assertInstanceOf(Decoded.Unreadable.class, decoded).reason()).collect(Collectors.toSet());
        // Then
        assertEquals(List.of(), reasons.stream().filter(reason -> reason.contains("secret")).toList());
    }

    @Test
    void whatTheProcessUsedTravelsInTheHeadersAlone() {
        // Given
        StageEvent sampled = progressed.with(progressed.origin().with(Samples.PROCESS));
        // Then
        assertEquals(new Decoded.Understood(sampled), StageEventCodec.decode(message(sampled, Map.of())));
        assertArrayEquals(StageEventCodec.encode(progressed), StageEventCodec.encode(sampled));
        assertEquals(new Decoded.Understood(progressed), StageEventCodec.decode(StageEventCodec.encode(sampled)));
    }

    @Test
    void whatThePlatformDoesNotTellStaysUntold() {
        // Given
        StageEvent sampled = progressed.with(progressed.origin().with(new ProcessSample(null, null, 96.5, 41)));
        // Then
        assertEquals(Set.of("ce_processheap", "ce_processthreads"), CloudEventHeaders.of(sampled).keySet().stream()
                .filter(name -> name.startsWith("ce_process")).collect(Collectors.toSet()));
        assertEquals(new Decoded.Understood(sampled), StageEventCodec.decode(message(sampled, Map.of())));
    }

    @ParameterizedTest
    @CsvSource({ "ce_processcpu,-1", "ce_processcpu,101", "ce_processcpu,NaN", "ce_processrss,Infinity",
            "ce_processheap,<script>", "ce_processthreads,2.5", "ce_processthreads,-3", "ce_processrss,''",
            "ce_processrss,1111111111111111111111111111111111111111111111111111111111111111" })
    void anEventIsReadWithoutASampleThatCannotBe(String header, String value) {
        // When
        Decoded decoded = StageEventCodec.decode(message(progressed, Map.of(header, value)));
        // Then
        assertEquals(new Decoded.Understood(progressed), decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"\"", "\"a b\"", "\"../x\"", "\"<b>\"", "17" })
    void anAliasThatIsNoRunIdIsUnreadable(String alias) throws JsonProcessingException {
        // Given
        ObjectNode json = StageEventCodec.toJson(progressed);
        ((ObjectNode) json.get("wandbRun")).set("alias", EventJson.mapper().readTree(alias));
        // Then
        assertInstanceOf(Decoded.Unreadable.class, StageEventCodec.decode(bytes(json)));
    }

    @Test
    void aCauseOfANewerVersionIsLeftOutAndTheStateTold() {
        // Given
        ObjectNode json = StageEventCodec.toJson(Samples.event(Samples.review(), Stage.PRECHECK, 1, 9,
                new RunStateChanged(RunState.CATCHING_UP, RunStateCause.BEHIND, "Lines wait", null)));
        ((ObjectNode) json.get("data")).put("cause", "moon-phase");
        // Then
        assertEquals(new RunStateChanged(RunState.CATCHING_UP, null, "Lines wait", null), understood(json).body());
    }

    private static ConsumerRecord<String, byte[]> message(StageEvent event, Map<String, String> more) {
        var message = new ConsumerRecord<>(Topics.of(event), 0, 0, event.submissionId().toString(),
                StageEventCodec.encode(event));
        Map<String, String> headers = new HashMap<>(CloudEventHeaders.of(event));
        headers.putAll(more);
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static StageEvent understood(ObjectNode json) {
        return assertInstanceOf(Decoded.Understood.class, StageEventCodec.decode(bytes(json))).event();
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
