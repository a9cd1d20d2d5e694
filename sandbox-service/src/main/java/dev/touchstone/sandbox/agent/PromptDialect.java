package dev.touchstone.sandbox.agent;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.egress.Call;

/**
 * {@code {"prompt": ...}}, answered by the first string among {@code response}, {@code output} and {@code text}; the others
 * stand behind it, since a leak may hide in them. In a conversation the request also holds the {@code contextId} of the answer
 * before, if that had one, and what was said before as {@code messages}, in the way that is common for language models.
 */
final class PromptDialect implements Dialect {

    private static final List<String> ANSWERS = List.of("response", "output", "text");

    @Override
    public Call say(Endpoint to, Prompt prompt) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("prompt", prompt.text());
        if (prompt.contextId() != null) {
            request.put("contextId", prompt.contextId());
        }
        if (!prompt.earlier().isEmpty()) {
            ArrayNode messages = request.putArray("messages");
            for (Prompt.Round round : prompt.earlier()) {
                messages.addObject().put("role", "user").put("content", round.prompt());
                messages.addObject().put("role", "assistant").put("content", round.answer());
            }
        }
        return to.post(Map.of(), request);
    }

    @Override
    public Call poll(Endpoint to, Reading.Working task) {
        throw new IllegalStateException("This protocol has no tasks, so nothing reads one");
    }

    @Override
    public Reading read(JsonNode answer) {
        List<String> texts = ANSWERS.stream().map(answer::path).filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
        if (texts.isEmpty()) {
            return Reading.notUnderstood("no string among response, output and text")
                    .quoting(answer.isMissingNode() ? "" : answer.toString());
        }
        String said = OnTheWay.behind(texts.getFirst(), texts.subList(1, texts.size()));
        return new Reading.Said(utterance(said, answer), Resumption.id(answer, "contextId"));
    }

    private static Utterance utterance(String said, JsonNode answer) {
        JsonNode metadata = answer.path("metadata");
        return new Utterance(said,
                Stream.of(answer, metadata).map(ToolCalls::listedIn).flatMap(List::stream).toList(),
                TokenCounts.in(List.of(answer, metadata)));
    }
}
