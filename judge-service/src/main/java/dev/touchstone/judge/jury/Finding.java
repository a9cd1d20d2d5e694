package dev.touchstone.judge.jury;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The result of one yes-or-no check.
 *
 * @param weight of the check within its criterion
 * @param reason for people
 * @param evidence the words that it rests on; null where it rests on what is not there
 */
@RegisterForReflection
public record Finding(String check, Criterion criterion, int weight, boolean met, String reason, @Nullable Span evidence) {
}
