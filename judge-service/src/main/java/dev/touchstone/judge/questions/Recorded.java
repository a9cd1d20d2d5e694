package dev.touchstone.judge.questions;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the agent has already answered in this round, in place of asking it again.
 *
 * @param text without secrets, as the transcript holds it: hostile
 * @param from file and line of the transcript, in words for people
 */
@RegisterForReflection
public record Recorded(String text, String from) {
}
