package dev.touchstone.judge.jury;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A use of a tool that the agent's answer shows.
 *
 * @param name as the agent says it: hostile
 * @param arguments as JSON text, without secrets: hostile
 */
@RegisterForReflection
public record ToolUse(String name, String arguments) {
}
