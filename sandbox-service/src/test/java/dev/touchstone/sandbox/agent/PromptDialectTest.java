package dev.touchstone.sandbox.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.Tokens;
import dev.touchstone.sandbox.ToolCall;
import dev.touchstone.sandbox.Utterance;

class PromptDialectTest {

    private final PromptDialect dialect = new PromptDialect();

    @Test
    void aConversationGoesOnByItsContextAndWhatWasSaid() {
        // Given
        Prompt prompt = new Prompt("And then?", "c1", List.of(new Prompt.Round("Hello", "Hi")));
        // When
        var body = Json.bodyOf(dialect.say(new Endpoint("http://a.test/", null, null), prompt));
        // Then
        assertEquals(Json.of("""
                {"prompt": "And then?", "contextId": "c1", "messages": [
                 {"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}]}"""), body);
    }

    @Test
    void toolCallsTokensAndTheContextAreRead() {
        assertEquals(
                new Reading.Said(new Utterance("Hi", List.of(new ToolCall("search", "{\"q\":1}")), new Tokens(3L, 4L)), "c1"),
                dialect.read(Json.of("""
                        {"response": "Hi", "contextId": "c1", "usage": {"prompt_tokens": 3, "completion_tokens": 4},
                         "tool_calls": [{"function": {"name": "search", "arguments": "{\\"q\\":1}"}}]}""")));
    }
}
