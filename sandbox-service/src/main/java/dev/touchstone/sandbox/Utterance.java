package dev.touchstone.sandbox;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an agent says in one answer. All of it is hostile and of bounded size.
 *
 * @param text may be empty
 * @param toolCalls what it says that it did, in its order; an agent need not tell
 * @param tokens as it counts them, null where it does not say
 */
public record Utterance(String text, List<ToolCall> toolCalls, @Nullable Tokens tokens) {

    public Utterance {
        toolCalls = List.copyOf(toolCalls);
    }

    /** Words and nothing else. */
    public static Utterance of(String text) {
        return new Utterance(text, List.of(), null);
    }
}
