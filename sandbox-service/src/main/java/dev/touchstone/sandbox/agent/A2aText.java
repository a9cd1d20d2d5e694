package dev.touchstone.sandbox.agent;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * All that an agent says in a message or a task. Nothing it could say something in is left out: what is not looked at is
 * where a leak would hide. Data parts are taken as the JSON they are; files are not fetched.
 */
final class A2aText {

    private A2aText() {
    }

    /** The text of an object with parts, which both versions read alike: {@code kind} says nothing that the member does not. */
    static String of(JsonNode withParts) {
        return elements(withParts.path("parts")).map(A2aText::ofPart).filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** The words of the status, then the artifacts; where there are neither, the agent's last message. */
    static String ofTask(JsonNode task) {
        Stream<String> status = Stream.of(of(task.path("status").path("message")));
        Stream<String> artifacts = elements(task.path("artifacts")).map(A2aText::of);
        // Many agents put the same words into both.
        String said = Stream.concat(status, artifacts).filter(text -> !text.isEmpty()).distinct()
                .collect(Collectors.joining("\n"));
        return said.isEmpty() ? lastOfAgent(task.path("history")) : said;
    }

    private static String lastOfAgent(JsonNode history) {
        return elements(history).filter(message -> message.path("role").asText().toLowerCase(Locale.ROOT)
                .endsWith("agent")).reduce((earlier, later) -> later).map(A2aText::of).orElse("");
    }

    private static String ofPart(JsonNode part) {
        if (part.path("text").isTextual()) {
            return part.path("text").textValue();
        }
        return part.has("data") ? part.path("data").toString() : "";
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
    }
}
