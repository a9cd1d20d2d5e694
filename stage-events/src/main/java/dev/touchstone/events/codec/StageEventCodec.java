package dev.touchstone.events.codec;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.Actor;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.EventKinds;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.Origin;
import dev.touchstone.events.Position;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.events.WandbRun;

/** The JSON payload of an event: flat for readers without headers, tolerant of what newer versions add. */
public final class StageEventCodec {

    private static final ObjectMapper JSON = EventJson.mapper();
    private static final TypeReference<LinkedHashMap<String, URI>> LINKS = new TypeReference<>() {
    };
    private static final TypeReference<List<ArtifactRef>> ARTIFACTS = new TypeReference<>() {
    };

    private StageEventCodec() {
    }

    public static byte[] encode(StageEvent event) {
        try {
            return JSON.writeValueAsBytes(toJson(event));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An event is made of records that Jackson can write", impossible);
        }
    }

    public static ObjectNode toJson(StageEvent event) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", event.id().toString());
        json.put("source", event.origin().source().toString());
        json.put("submissionId", event.submissionId().toString());
        json.put("workflowRunId", event.review().workflowRunId().toString());
        json.put("agentId", event.review().agentId());
        json.put("revision", event.review().revision());
        json.put("stage", event.stage().key());
        json.put("event", event.event());
        json.put("attempt", event.attempt());
        json.put("sequence", event.position().sequence());
        json.put("severity", event.severity().key());
        json.put("occurredAt", event.origin().occurredAt().toString());
        json.set("actor", JSON.valueToTree(event.origin().actor()));
        json.set("wandbRun", wandbRun(event.review().wandbRun()));
        json.set("data", data(event.body()));
        json.set("links", JSON.valueToTree(event.evidence().links()));
        json.set("artifacts", JSON.valueToTree(event.evidence().artifacts()));
        return json;
    }

    private static ObjectNode wandbRun(WandbRun run) {
        ObjectNode json = JSON.valueToTree(run);
        json.put("url", run.url().toString());
        return json;
    }

    private static JsonNode data(EventBody body) {
        return body instanceof UnknownBody unknown ? unknown.data() : JSON.valueToTree(body);
    }

    /** Reads a record, with what only its headers say. Never throws for what a sender could have written. */
    public static Decoded decode(ConsumerRecord<String, byte[]> message) {
        return switch (decode(message.value())) {
            case Decoded.Understood(StageEvent event) ->
                new Decoded.Understood(event.with(event.origin().with(ProcessHeaders.read(message.headers()))));
            case Decoded.Unreadable unreadable -> unreadable;
        };
    }

    /** Reads a payload, as of an event that was kept. Never throws for what a sender could have written. */
    public static Decoded decode(byte @Nullable [] payload) {
        if (payload == null || payload.length == 0) {
            return new Decoded.Unreadable("the payload is empty");
        }
        try {
            return fromJson(JSON.readTree(payload));
        } catch (java.io.IOException notJson) {
            return new Decoded.Unreadable("the payload is not JSON");
        }
    }

    private static Decoded fromJson(JsonNode json) {
        try {
            return new Decoded.Understood(
                    new StageEvent(origin(json), review(json), position(json), body(json), evidence(json)));
        } catch (MissingMember missing) {
            return new Decoded.Unreadable(missing.getMessage() + " is missing");
        } catch (IllegalArgumentException | NullPointerException | JsonProcessingException malformed) {
            return new Decoded.Unreadable("malformed " + memberAtFault(malformed));
        }
    }

    private static Origin origin(JsonNode json) throws JsonProcessingException {
        return new Origin(UUID.fromString(text(json, "id")), URI.create(text(json, "source")),
                instant(text(json, "occurredAt")),
                Completeness.require(JSON.treeToValue(required(json, "actor"), Actor.class), "actor"));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.format.DateTimeParseException malformed) {
            throw new IllegalArgumentException("occurredAt", malformed);
        }
    }

    private static ReviewRef review(JsonNode json) {
        JsonNode run = required(json, "wandbRun");
        return new ReviewRef(UUID.fromString(text(json, "submissionId")), UUID.fromString(text(json, "workflowRunId")),
                text(json, "agentId"), text(json, "revision"), new WandbRun(text(run, "entity"), text(run, "project"),
                        text(run, "runId"), URI.create(text(run, "baseUrl")), textOrNull(run, "alias")));
    }

    private static Position position(JsonNode json) {
        return new Position(Stage.of(text(json, "stage")), attempt(json), integer(json, "sequence"));
    }

    private static int attempt(JsonNode json) {
        long attempt = integer(json, "attempt");
        if (attempt > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("attempt");
        }
        return (int) attempt;
    }

    private static EventBody body(JsonNode json) throws JsonProcessingException {
        String event = text(json, "event");
        JsonNode data = required(json, "data");
        Optional<Class<? extends EventBody>> kind = EventKinds.named(event);
        return kind.isEmpty() ? new UnknownBody(event, data) : Completeness.require(JSON.treeToValue(data, kind.get()), "data");
    }

    private static Evidence evidence(JsonNode json) {
        JsonNode links = json.path("links");
        JsonNode artifacts = json.path("artifacts");
        return Completeness.require(new Evidence(links.isObject() ? JSON.convertValue(links, LINKS) : Map.of(),
                artifacts.isArray() ? JSON.convertValue(artifacts, ARTIFACTS) : List.of()), "");
    }

    private static JsonNode required(JsonNode json, String name) {
        JsonNode member = json.path(name);
        if (member.isMissingNode() || member.isNull()) {
            throw new MissingMember(name);
        }
        return member;
    }

    private static String text(JsonNode json, String name) {
        JsonNode member = required(json, name);
        if (!member.isTextual() || member.textValue().isEmpty()) {
            throw new IllegalArgumentException(name);
        }
        return member.textValue();
    }

    private static @Nullable String textOrNull(JsonNode json, String name) {
        JsonNode member = json.path(name);
        return member.isMissingNode() || member.isNull() ? null : text(json, name);
    }

    private static long integer(JsonNode json, String name) {
        JsonNode member = required(json, name);
        if (!member.isIntegralNumber()) {
            throw new IllegalArgumentException(name);
        }
        return member.longValue();
    }

    /** Names where it went wrong without repeating hostile content, which a log or a page would then show. */
    private static String memberAtFault(Exception malformed) {
        if (malformed instanceof com.fasterxml.jackson.databind.JsonMappingException mapping) {
            String path = String.join(".", mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName()).toList());
            return "member " + path;
        }
        String known = Optional.ofNullable(malformed.getMessage()).orElse("");
        boolean isMember = Arrays.asList("id", "occurredAt", "agentId", "revision", "stage", "event", "attempt", "sequence",
                "submissionId", "workflowRunId", "source").contains(known);
        return isMember ? "member " + known : "envelope";
    }
}
