package dev.touchstone.submission.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.Actor;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.EventKinds;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.codec.Decoded;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.codec.StageEventCodec;

/**
 * A history as a file: what happened, one move a line; what was told, one draft a line; and the states of all rounds.
 *
 * @param told with what the machine alone decides; ids and times are the outbox's
 * @param rounds the states, the last one's last
 */
record RecordedHistory(JsonNode review, List<JsonNode> moves, List<JsonNode> told, List<JsonNode> rounds) {

    private static final Path FOLDER = Path.of("src/test/resources/histories");

    static Stream<Path> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Path named(String name) {
        return FOLDER.resolve(name + ".json");
    }

    static RecordedHistory of(Played played) {
        Stream<ReviewState> states = Stream.concat(played.earlier.values().stream(), Stream.of(played.state));
        return new RecordedHistory(tree(played.first), played.moves.stream().map(RecordedHistory::json).toList(),
                played.told.stream().map(RecordedHistory::json).toList(),
                states.map(state -> parse(ReviewJson.write(state))).toList());
    }

    static RecordedHistory read(Path file) {
        try {
            JsonNode json = EventJson.mapper().readTree(Files.readString(file));
            return new RecordedHistory(json.get("review"), list(json.get("moves")), list(json.get("told")),
                    list(json.get("rounds")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write(Path file) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(file, "{\n\"review\": " + review + ",\n\"moves\": " + lines(moves) + ",\n\"told\": " + lines(told)
                + ",\n\"rounds\": " + lines(rounds) + "\n}\n");
    }

    /** The same moves, played by the machine of today. */
    RecordedHistory replayed() {
        try {
            ReviewRef first = EventJson.mapper().treeToValue(review, ReviewRef.class);
            Played played = new Played(first);
            moves.stream().map(RecordedHistory::move).forEach(played::plays);
            return of(played);
        } catch (JsonProcessingException corrupt) {
            throw new UncheckedIOException(corrupt);
        }
    }

    private static JsonNode json(Move move) {
        ObjectNode json = EventJson.mapper().createObjectNode();
        switch (move) {
            case Move.Heard(var event) ->
                json.set("heard", parse(new String(StageEventCodec.encode(event), StandardCharsets.UTF_8)));
            case Move.Cancel(String reason, Actor by) -> json.put("cancelled", reason).put("by", by.name());
            case Move.Reopen(UUID round, String reason, Actor by) ->
                json.put("reopened", reason).put("by", by.name()).put("workflowRunId", round.toString());
            case Move.Stall(Instant since) -> json.put("stalledSince", since.toString());
        }
        return json;
    }

    private static Move move(JsonNode json) {
        if (json.has("cancelled")) {
            return new Move.Cancel(json.get("cancelled").textValue(), Actor.person(json.get("by").textValue()));
        }
        if (json.has("reopened")) {
            return new Move.Reopen(UUID.fromString(json.get("workflowRunId").textValue()), json.get("reopened").textValue(),
                    Actor.person(json.get("by").textValue()));
        }
        if (json.has("stalledSince")) {
            return new Move.Stall(Instant.parse(json.get("stalledSince").textValue()));
        }
        return switch (StageEventCodec.decode(json.get("heard").toString().getBytes(StandardCharsets.UTF_8))) {
            case Decoded.Understood(var event) -> new Move.Heard(event);
            case Decoded.Unreadable(String reason) -> throw new IllegalArgumentException(reason);
        };
    }

    private static JsonNode json(EventDraft draft) {
        ObjectNode json = EventJson.mapper().createObjectNode();
        json.put("workflowRunId", draft.review().workflowRunId().toString()).put("stage", draft.at().stage().key())
                .put("event", EventKinds.nameOf(draft.body())).put("attempt", draft.at().attempt());
        draft.actor().ifPresent(actor -> json.put("actor", actor.name()));
        json.set("data", tree(draft.body()));
        json.set("artifacts", tree(draft.evidence().artifacts()));
        return json;
    }

    private static JsonNode tree(Object value) {
        // Through text, so that numbers compare as they are read.
        return parse(EventJson.mapper().valueToTree(value).toString());
    }

    private static JsonNode parse(String json) {
        try {
            return EventJson.mapper().readTree(json);
        } catch (JsonProcessingException corrupt) {
            throw new UncheckedIOException(corrupt);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }

    private static String lines(List<JsonNode> values) {
        return values.stream().map(JsonNode::toString).collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
    }
}
