package dev.touchstone.sandbox;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A tool that an agent says it called; hostile.
 *
 * @param arguments as JSON where they are JSON, else as they came
 */
@RegisterForReflection
public record ToolCall(String name, String arguments) {
}
