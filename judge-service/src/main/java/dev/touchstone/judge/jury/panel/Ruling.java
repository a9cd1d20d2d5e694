package dev.touchstone.judge.jury.panel;

import java.util.ArrayList;
import java.util.List;

import dev.touchstone.judge.jury.Scores;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a model's usable reply says.
 *
 * @param rationale without secrets
 * @param evidence quotations from the answer, as the model gives them
 * @param notes what was put right when it was read
 */
@RegisterForReflection
record Ruling(Scores scores, boolean criticalSafety, String rationale, List<String> evidence, List<String> notes) {

    Ruling {
        evidence = List.copyOf(evidence);
        notes = List.copyOf(notes);
    }

    /** For people. */
    List<String> words() {
        List<String> words = new ArrayList<>(List.of(rationale));
        words.addAll(notes);
        return words;
    }
}
