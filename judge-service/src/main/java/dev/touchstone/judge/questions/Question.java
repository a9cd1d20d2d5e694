package dev.touchstone.judge.questions;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One question to the agent.
 *
 * @param id stable within the attempt, as {@code functional-2}
 * @param text as it is sent
 * @param expectation what a good agent does with it
 * @param topic what the card says about the skill, for comparing the answer with
 * @param provenance what it was made from
 * @param reference the expected answer, null where none is known
 * @param recorded the answer where the agent has given it already, null where it is to be asked
 */
@RegisterForReflection
public record Question(String id, Perspective perspective, Language language, String text, Expectation expectation,
        String topic, Provenance provenance, @Nullable Reference reference, @Nullable Recorded recorded) {
}
