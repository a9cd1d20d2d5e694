package dev.touchstone.sandbox.functional;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.attempt.Transcript;

/**
 * What became of one scenario.
 *
 * @param measured without the evaluator's word
 * @param graded with it
 * @param turns those that have an answer
 * @param evaluation what the LLM said of it, null where none was asked
 */
record ScenarioResult(ScenarioLine line, Graded measured, Graded graded, List<TurnResult> turns,
        @Nullable Evaluation evaluation) {

    ScenarioResult {
        turns = List.copyOf(turns);
    }

    /** @param reason for people; our words and figures, and at most a quoted fact of the expected answer */
    record Graded(Grade grade, String reason) {
    }

    /**
     * @param distance null where nothing could be measured: there is nothing to measure in a refusal
     * @param missingFacts figures, names and code of the expected answer that this one lacks
     * @param progress from the answer before, null for the first one
     */
    record TurnResult(Scenario.Turn asked, Transcript.Turn heard, Graded graded, @Nullable Distance distance,
            List<String> missingFacts, @Nullable Progress progress) {

        /** Whether nothing but a distance between the bounds keeps it from passing, or not even that. */
        boolean isUnclearAtMost(Rules.Bounds bounds) {
            Transcript.Heard answer = heard.heard();
            return distance != null && bounds.grade(distance.combined()) != Grade.FAIL && missingFacts.isEmpty()
                    && (progress == null || progress == Progress.FOLLOWS) && answer != null && answer.secrets().isEmpty();
        }
    }

    Scenario scenario() {
        return line.scenario();
    }

    Grade grade() {
        return graded.grade();
    }

    /** Of the turn that is farthest from what was expected. */
    @Nullable
    Distance distance() {
        Distance farthest = null;
        for (TurnResult turn : turns) {
            farthest = Distance.farther(farthest, turn.distance());
        }
        return farthest;
    }

    /** All prompts, answered or not. */
    List<Transcript.Turn> said() {
        Transcript transcript = line.transcript();
        return transcript == null ? List.of() : transcript.turns();
    }

    Transcript.@Nullable Failure failure() {
        Transcript transcript = line.transcript();
        return transcript == null ? null : transcript.failure();
    }
}
