package dev.touchstone.events.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.EventKinds;
import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.DecisionOverridden;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.events.testing.Samples;

/** Holds the three forms of the contract together: the Java types, the JSON Schemas and the golden files. */
class GoldenFilesTest {

    private static final String SCHEMAS = "https://touchstone.dev/schema/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaIdResolvers(ids -> ids.mapPrefix(SCHEMAS, "classpath:schema/")));

    static Stream<String> kinds() {
        return StreamSupport.stream(EventKinds.names().spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theGoldenFilesKeepTheSchema(String kind) {
        assertEquals(List.of(), violations(kind, full(kind)));
        assertEquals(List.of(), violations(kind, minimal(kind)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFullEventIsWrittenAsItWasRead(String kind) {
        assertEquals(full(kind), written(understood(full(kind))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatAProducerWritesKeepsTheSchema(String kind) {
        assertEquals(List.of(), violations(kind, written(understood(full(kind)))));
        assertEquals(List.of(), violations(kind, written(understood(minimal(kind)))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theKindIsTheOneThatTheFileIsNamedFor(String kind) {
        assertEquals(EventKinds.named(kind).orElseThrow(), understood(minimal(kind)).body().getClass());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void membersOfANewerVersionAreNoFault(String kind) {
        // Given
        ObjectNode newer = full(kind);
        newer.put("colour", "blue");
        newer.withObject("/data").putObject("nested").put("deep", 1);
        newer.withObject("/wandbRun").put("region", "eu");
        // Then
        assertEquals(List.of(), violations(kind, newer));
        assertEquals(full(kind), written(understood(newer)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatAMinimalEventHoldsIsRequired(String kind) {
        for (String pointer : List.of("", "/wandbRun", "/data")) {
            for (String member : membersAt(minimal(kind), pointer)) {
                // Given
                ObjectNode incomplete = minimal(kind);
                ((ObjectNode) incomplete.at(pointer)).remove(member);
                // Then
                String removed = kind + " without " + pointer + "/" + member;
                assertFalse(violations(kind, incomplete).isEmpty(), removed);
                assertInstanceOf(Decoded.Unreadable.class, decode(incomplete), removed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anotherKindDoesNotKeepTheSchema(String kind) {
        // Given
        ObjectNode other = minimal(kind);
        other.put("event", "sharpened");
        // Then
        assertFalse(violations(kind, other).isEmpty());
    }

    @Test
    void aKindOfANewerVersionIsKeptAndWrittenAsItCame() {
        // Given
        ObjectNode unknown = full("completed");
        unknown.put("event", "sharpened");
        unknown.put("severity", "info");
        // When
        StageEvent event = understood(unknown);
        // Then
        assertInstanceOf(UnknownBody.class, event.body());
        assertEquals(unknown, written(event));
    }

    @Test
    void whatWasAddedToAKindIsReadWrittenAndInItsSchema() {
        // Given
        ObjectNode extended = golden("run_state_changed.v1.extended.json");
        // When
        StageEvent event = understood(extended);
        // Then
        assertEquals(RunStateCause.RATE_LIMITED, assertInstanceOf(RunStateChanged.class, event.body()).cause());
        assertEquals("submission-0f8e1d2c-2", event.review().wandbRun().wandbId());
        assertEquals(extended, written(event));
        assertEquals(List.of(), violations("run_state_changed", extended));
    }

    @Test
    void whatAnAgentAsksForIsReadWrittenAndInItsSchema() {
        // Given
        ObjectNode extended = golden("requested.v1.extended.json");
        // When
        StageEvent event = understood(extended);
        // Then
        AgentTarget agent = assertInstanceOf(OwnerStatement.Requested.class, event.body()).agent();
        assertEquals(new AgentTarget.Terms("travel", "acme/trip-planner", true), agent.terms());
        assertEquals(extended, written(event));
        assertEquals(List.of(), violations("requested", extended));
    }

    @Test
    void whoProposedADecisionAgainstTheVerdictIsReadWrittenAndInItsSchema() {
        // Given
        ObjectNode extended = golden("decision_overridden.v1.extended.json");
        // When
        StageEvent event = understood(extended);
        // Then
        DecisionOverridden told = assertInstanceOf(DecisionOverridden.class, event.body());
        assertEquals(new DecisionOverridden.Proposal("reviewer@acme.example", Instant.parse("2026-11-01T11:30:00Z"),
                "A false alarm: see case 12"), told.proposal());
        assertEquals(extended, written(event));
        assertEquals(List.of(), violations("decision_overridden", extended));
    }

    @Test
    void anEventOfBeforeThatIsStillRead() {
        // When
        StageEvent event = understood(full("run_state_changed"));
        // Then
        assertNull(assertInstanceOf(RunStateChanged.class, event.body()).cause());
        assertNull(event.review().wandbRun().alias());
        assertNull(event.origin().process());
    }

    @Test
    void theSamplesOfTheTestsKeepTheSchema() {
        for (Stage stage : Stage.values()) {
            assertEquals(List.of(), violations("requested", written(Samples.requested(Samples.review(), stage))));
        }
    }

    private static List<String> violations(String kind, JsonNode json) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(SCHEMAS + kind + ".v1.schema.json"));
        return schema.validate(json.toString(), InputFormat.JSON).stream().map(Object::toString).toList();
    }

    private static List<String> membersAt(JsonNode json, String pointer) {
        List<String> members = new ArrayList<>();
        json.at(pointer).fieldNames().forEachRemaining(members::add);
        return members;
    }

    private static StageEvent understood(JsonNode json) {
        return assertInstanceOf(Decoded.Understood.class, decode(json), json.toString()).event();
    }

    private static Decoded decode(JsonNode json) {
        return StageEventCodec.decode(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Through bytes, so that numbers are compared as a reader sees them. */
    private static JsonNode written(StageEvent event) {
        return read(StageEventCodec.encode(event));
    }

    private static ObjectNode full(String kind) {
        return golden(kind + ".v1.full.json");
    }

    private static ObjectNode minimal(String kind) {
        return golden(kind + ".v1.minimal.json");
    }

    private static ObjectNode golden(String file) {
        try (InputStream stream = GoldenFilesTest.class.getResourceAsStream("/golden/" + file)) {
            return read(Objects.requireNonNull(stream, file).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ObjectNode read(byte[] json) {
        try {
            return (ObjectNode) EventJson.mapper().readTree(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
