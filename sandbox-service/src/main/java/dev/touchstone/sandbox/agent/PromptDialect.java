package dev.touchstone.sandbox.agent;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.egress.Call;

/** {@code {"prompt": ...}}, answered by the first string among {@code response}, {@code output} and {@code text}. */
final class PromptDialect implements Dialect {

    private static final List<String> ANSWERS = List.of("response", "output", "text");

    @Override
    public Call say(String endpoint, Prompt prompt) {
        return Call.post(endpoint, Map.of(), JsonNodeFactory.instance.objectNode().put("prompt", prompt.text()).toString());
    }

    @Override
    public Call poll(String endpoint, Reading.Working task) {
        throw new IllegalStateException("This protocol has no tasks, so nothing reads one");
    }

    @Override
    public Reading read(JsonNode answer) {
        return ANSWERS.stream().map(answer::path).filter(JsonNode::isTextual).findFirst()
                .<Reading> map(text -> new Reading.Text(text.textValue(), null))
                .orElseGet(() -> Reading.notUnderstood("no string among response, output and text"));
    }
}
