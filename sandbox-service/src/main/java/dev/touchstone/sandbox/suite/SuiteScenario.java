package dev.touchstone.sandbox.suite;

import java.util.List;

import dev.touchstone.sandbox.suite.SuiteCase.Provenance;

/**
 * One task with an answer that is expected of whoever can do it.
 *
 * @param id stable across versions of the suite
 * @param useCase the task in a few words
 * @param turns what is asked, in this order, in one conversation
 * @param tags what an agent must offer for the scenario to be fair to it, such as {@code translate}
 */
public record SuiteScenario(String id, String useCase, List<Turn> turns, List<String> tags, Language language,
        Provenance provenance) {

    /** A question, and what a good answer says; its words may be others. */
    public record Turn(String question, String answer) {
    }

    public SuiteScenario {
        turns = List.copyOf(turns);
        tags = List.copyOf(tags);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("A scenario asks something: " + id);
        }
    }
}
