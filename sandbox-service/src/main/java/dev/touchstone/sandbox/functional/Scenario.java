package dev.touchstone.sandbox.functional;

import java.util.List;
import java.util.Objects;

import dev.touchstone.sandbox.suite.Language;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A conversation that the agent should be able to have by its card or by a suite that concerns it. What is the card's is
 * hostile.
 *
 * @param id unique in one attempt, and the same whenever it is made of the same card and suites
 * @param useCase the skill or use case that it is about
 * @param language of the questions
 * @param turns what is said in this order, at least once
 */
@RegisterForReflection
record Scenario(String id, String useCase, Language language, Source source, List<Turn> turns) {

    Scenario {
        Objects.requireNonNull(id);
        Objects.requireNonNull(language);
        Objects.requireNonNull(source);
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("A scenario says something");
        }
    }

    /**
     * @param expected what an answer is measured against; empty where that is the agent's own earlier answer
     */
    @RegisterForReflection
    record Turn(String question, String expected, Aim aim) {

        Turn {
            Objects.requireNonNull(question);
            Objects.requireNonNull(expected);
            Objects.requireNonNull(aim);
        }
    }
}
