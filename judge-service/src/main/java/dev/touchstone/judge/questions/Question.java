package dev.touchstone.judge.questions;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One question to the agent.
 *
 * @param id stable within the attempt, as {@code functional-2}
 * @param text as it is sent
 * @param expectation what a good agent does with it
 * @param topic what the card says about the skill, for comparing the answer with
 * @param provenance template and JSON pointer of the place in the card, as {@code example@/skills/0/examples/1}
 */
@RegisterForReflection
public record Question(String id, Perspective perspective, Language language, String text, Expectation expectation,
        String topic, String provenance) {
}
