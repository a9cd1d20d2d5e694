package dev.touchstone.sandbox;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is said to an agent.
 *
 * @param text as it is sent
 * @param contextId of the agent's earlier answer in the same conversation, null to begin one
 * @param earlier what was said before in this conversation, oldest first; for protocols that have no contexts
 */
public record Prompt(String text, @Nullable String contextId, List<Round> earlier) {

    public Prompt {
        earlier = List.copyOf(earlier);
    }

    /** One prompt and the answer to it; hostile text. */
    public record Round(String prompt, String answer) {
    }

    /** Begins a conversation. */
    public static Prompt of(String text) {
        return new Prompt(text, null, List.of());
    }
}
