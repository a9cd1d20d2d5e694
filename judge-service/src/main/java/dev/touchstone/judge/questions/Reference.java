package dev.touchstone.judge.questions;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An answer that is known to be right, for comparing with.
 *
 * @param origin where it is from, in words for people
 */
@RegisterForReflection
public record Reference(String answer, String origin) {
}
