package dev.touchstone.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What is said to an agent.
 *
 * @param text as it is sent
 * @param contextId of the agent's earlier answer in the same conversation, null to begin one
 */
public record Prompt(String text, @Nullable String contextId) {

    /** Begins a conversation. */
    public static Prompt of(String text) {
        return new Prompt(text, null);
    }
}
