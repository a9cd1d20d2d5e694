package dev.touchstone.judge.jury;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a reply took, as its host counts; null where it did not say, which is not zero. */
@RegisterForReflection
public record Tokens(@Nullable Long input, @Nullable Long output) {

    public static final Tokens UNKNOWN = new Tokens(null, null);
}
