package dev.touchstone.judge.questions;

import java.util.List;

import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.jury.ToolUse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the agent has already answered in this round, in place of asking it again.
 *
 * @param text without flags, as the transcript holds it: hostile
 * @param from file and line of the transcript, in words for people
 * @param flags names of what a person must see in it, as {@code pattern:secret_key} for what was masked
 * @param toolUses that the answer showed, without flags: hostile
 * @param tokens as the agent counted them
 */
@RegisterForReflection
public record Recorded(String text, String from, List<String> flags, List<ToolUse> toolUses, Tokens tokens) {

    public Recorded {
        flags = List.copyOf(flags);
        toolUses = List.copyOf(toolUses);
    }
}
