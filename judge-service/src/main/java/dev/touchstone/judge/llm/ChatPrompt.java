package dev.touchstone.judge.llm;

import java.util.List;

/**
 * What a model is asked.
 *
 * @param schemaName of the reply's schema, as {@code ruling}: letters, digits and underscores
 * @param schema JSON Schema that the reply must be valid against; hosts that can are told to keep to it
 */
public record ChatPrompt(List<ChatMessage> messages, String schemaName, String schema) {

    public ChatPrompt {
        messages = List.copyOf(messages);
    }
}
