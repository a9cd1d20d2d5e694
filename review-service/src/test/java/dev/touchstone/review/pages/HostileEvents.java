package dev.touchstone.review.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.uuid.Generators;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.EventKinds;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.codec.Decoded;
import dev.touchstone.events.codec.StageEventCodec;

/** Events of every kind with a hostile text in every place that takes one: each member, and each name that is free. */
final class HostileEvents {

    /** Broken characters pass only as escapes. */
    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String ADDRESS = "javascript:hostile()";
    private static final Set<String> FREE_NAMES = Set.of("metrics", "summary", "links");
    /** Only this service says so, and does not hear it. */
    private static final String OWN = "ledger_appended";
    /** What ends a review, or answers its question. */
    private static final Set<String> ENDS = Set.of("published", "rejected", "cancelled", "human_decision",
            "decision_overridden",
            "auto_approved", "auto_rejected");

    /** Without these a page would show nothing of the rest. */
    private static final Set<String> WORDS = Set.of("vote", "verdict", "outcome");
    /** Halves of characters: JSON takes them in values, and in names it does not. */
    private static final Pattern NAMELESS = Pattern.compile("[\\ud800-\\udfff]");
    private static final int A_MILLION = 1_000_000;

    private final UUID submissionId;
    private final boolean ended;
    private final String text;
    private final List<ObjectNode> events = new ArrayList<>();

    private HostileEvents(UUID submissionId, String text, boolean ended) {
        this.submissionId = submissionId;
        this.ended = ended;
        this.text = text;
    }

    /**
     * One review that waits for a person, or one that has ended.
     *
     * @return payloads as a sender could write them
     */
    static List<byte[]> of(UUID submissionId, String text, boolean ended, Map<Stage, List<ArtifactRef>> files) {
        HostileEvents review = new HostileEvents(submissionId, text, ended);
        EventKinds.names().forEach(kind -> {
            if (!kind.equals(OWN) && (ended || !ENDS.contains(kind))) {
                review.add(golden(kind));
            }
        });
        if (!ended) {
            review.add(golden("requested").put("stage", Stage.HUMAN.key()));
        }
        review.add(golden("started").put("event", text));
        files.forEach((stage, made) -> {
            review.add(golden("completed").put("stage", stage.key()));
            ArrayNode artifacts = review.events.getLast().putArray("artifacts");
            made.forEach(file -> artifacts.add(JSON.<JsonNode> valueToTree(file)));
        });
        return review.events.stream().map(HostileEvents::bytes).toList();
    }

    /** A name that can stand in an address, so that the agent has a page; the agents of reviews that go on have the text. */
    static String agent(UUID submissionId) {
        return "agent-" + submissionId;
    }

    /** A file of one line, with the text in the place of every other; one place holds a million characters more. */
    static byte[] report(byte[] line, String text) {
        try {
            JsonNode report = JSON.readTree(line);
            spoilAll(report, text);
            boolean judged = report.at("/heard/answer").isObject();
            ((ObjectNode) (judged ? report.at("/heard/answer") : report)).put(judged ? "text" : "reason",
                    text + "A".repeat(A_MILLION));
            return JSON.writeValueAsBytes(report);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void spoilAll(JsonNode node, String text) {
        if (node instanceof ObjectNode members) {
            names(members).stream().filter(name -> members.get(name).isTextual() && !WORDS.contains(name))
                    .forEach(name -> members.put(name, text));
        } else if (node instanceof ArrayNode elements) {
            for (int i = 0; i < elements.size(); i++) {
                elements.set(i, elements.get(i).isTextual() ? TextNode.valueOf(text) : elements.get(i));
            }
        }
        node.forEach(each -> spoilAll(each, text));
    }

    private void add(ObjectNode event) {
        event.put("id", Generators.timeBasedEpochGenerator().generate().toString());
        event.put("submissionId", submissionId.toString()).put("workflowRunId", submissionId.toString());
        event.put("agentId", agent(submissionId));
        event.put("attempt", 1).put("sequence", events.size() + 1);
        event.withObject("/wandbRun").put("runId", "submission-" + submissionId).remove(List.of("alias", "url"));
        events.add(event);
        spoil(event, event);
    }

    private void spoil(ObjectNode event, JsonNode node) {
        if (node instanceof ObjectNode members) {
            for (String name : names(members)) {
                tryOn(event, members.get(name), value -> members.set(name, value));
                if (FREE_NAMES.contains(name) && members.get(name) instanceof ObjectNode free) {
                    free.set(NAMELESS.matcher(text).replaceAll(""), freely(name));
                }
            }
        } else if (node instanceof ArrayNode elements) {
            for (int i = 0; i < elements.size(); i++) {
                int at = i;
                tryOn(event, elements.get(i), value -> elements.set(at, value));
            }
        }
    }

    private JsonNode freely(String name) {
        return switch (name) {
            case "metrics" -> JsonNodeFactory.instance.numberNode(1.5);
            case "links" -> TextNode.valueOf(ADDRESS);
            default -> TextNode.valueOf(text);
        };
    }

    private void tryOn(ObjectNode event, JsonNode value, Consumer<JsonNode> place) {
        if (!value.isTextual()) {
            spoil(event, value);
            return;
        }
        StageEvent before = read(event);
        for (String each : List.of(text, ADDRESS)) {
            place.accept(TextNode.valueOf(each));
            if (StageEventCodec.decode(bytes(event)) instanceof Decoded.Understood(StageEvent now) && isSame(before, now)) {
                return;
            }
        }
        place.accept(value);
    }

    /** Still the event that it was, of the same review. */
    private boolean isSame(StageEvent before, StageEvent now) {
        return (!ended || now.review().agentId().equals(before.review().agentId())) && now.id().equals(before.id())
                && now.submissionId().equals(before.submissionId())
                && now.event().equals(before.event())
                && now.stage() == before.stage() && now.review().workflowRunId().equals(before.review().workflowRunId())
                && now.review().wandbRun().runId().equals(before.review().wandbRun().runId());
    }

    static StageEvent read(byte[] payload) {
        if (StageEventCodec.decode(payload) instanceof Decoded.Understood(StageEvent event)) {
            return event;
        }
        throw new AssertionError("A golden event can be read");
    }

    private static StageEvent read(ObjectNode event) {
        return read(bytes(event));
    }

    private static List<String> names(ObjectNode members) {
        return members.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static ObjectNode golden(String kind) {
        try (InputStream file = HostileEvents.class.getResourceAsStream("/golden/" + kind + ".v1.full.json")) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static byte[] bytes(JsonNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("A tree can be written", impossible);
        }
    }
}
