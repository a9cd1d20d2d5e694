package dev.touchstone.sandbox.agent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.ToolCall;
import dev.touchstone.sandbox.Utterance;

/** What a message or a task says: words, calls of tools, tokens. */
final class A2aSpeech {

    private A2aSpeech() {
    }

    static Utterance ofMessage(JsonNode message) {
        return new Utterance(A2aText.of(message), callsIn(message), TokenCounts.in(List.of(message.path("metadata"))));
    }

    /** One in whose place another has come. */
    static Utterance ofArtifact(JsonNode artifact) {
        Utterance said = ofMessage(artifact);
        return new Utterance(OnTheWay.behind(said.text(), A2aText.labels(artifact).toList()), said.toolCalls(), said.tokens());
    }

    /**
     * The words of the status, then the artifacts; where there are neither, the agent's last message. Behind them what else it
     * said.
     */
    static Utterance ofTask(JsonNode task) {
        JsonNode status = task.path("status").path("message");
        List<JsonNode> speaking = Stream.concat(Stream.of(status), A2aText.elements(task.path("artifacts"))).toList();
        // Many agents put the same words into both.
        String said = speaking.stream().map(A2aText::of).filter(text -> !text.isEmpty()).distinct()
                .collect(Collectors.joining("\n"));
        List<JsonNode> history = A2aText.elements(task.path("history")).filter(A2aSpeech::isOfAgent).toList();
        String text = said.isEmpty() && !history.isEmpty() ? A2aText.of(history.getLast()) : said;
        return new Utterance(OnTheWay.behind(text, besides(speaking, history)), calls(task, history, speaking), TokenCounts.in(
                Stream.concat(Stream.of(task), speaking.stream()).map(owner -> owner.path("metadata")).toList()));
    }

    /** What does not answer but may leak: what artifacts are called, and the messages before. */
    private static Set<String> besides(List<JsonNode> speaking, List<JsonNode> history) {
        return Stream.concat(speaking.stream().flatMap(A2aText::labels), history.stream().map(A2aText::of))
                .filter(words -> !words.isBlank()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A call stands in the history, in the status and in an artifact, or in one of them. */
    private static List<ToolCall> calls(JsonNode task, List<JsonNode> history, List<JsonNode> speaking) {
        LinkedHashSet<List<ToolCall>> told = new LinkedHashSet<>();
        Stream.concat(history.stream(), speaking.stream()).map(A2aSpeech::callsIn).forEach(told::add);
        told.add(ToolCalls.listedIn(task.path("metadata")));
        return told.stream().flatMap(List::stream).toList();
    }

    private static List<ToolCall> callsIn(JsonNode owner) {
        List<ToolCall> calls = new ArrayList<>();
        A2aText.parts(owner).filter(part -> part.has("data")).forEach(part -> {
            // HTTP+JSON of 0.3 wraps the data once more.
            JsonNode data = part.path("data").path("data").isObject() ? part.path("data").path("data") : part.path("data");
            calls.addAll(ToolCalls.ofPart(data, part.path("metadata")));
        });
        calls.addAll(ToolCalls.listedIn(owner.path("metadata")));
        return calls;
    }

    private static boolean isOfAgent(JsonNode message) {
        return message.path("role").asText().toLowerCase(Locale.ROOT).endsWith("agent");
    }
}
