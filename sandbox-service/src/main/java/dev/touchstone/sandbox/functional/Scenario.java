package dev.touchstone.sandbox.functional;

import dev.touchstone.sandbox.suite.Language;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A question that the card itself raises. All text is the card's, so hostile.
 *
 * @param id unique in one card
 * @param useCase the skill or use case that it is about
 * @param expected what an answer should be about
 * @param language of the question
 */
@RegisterForReflection
record Scenario(String id, String useCase, String question, String expected, Language language) {
}
