package dev.touchstone.sandbox;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Tokens of a language model as somebody reports them; null is what was not reported, never 0. */
@RegisterForReflection
public record Tokens(@Nullable Long input, @Nullable Long output) {
}
