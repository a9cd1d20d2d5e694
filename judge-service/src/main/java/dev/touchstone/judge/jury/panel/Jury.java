package dev.touchstone.judge.jury.panel;

import java.util.List;

import dev.touchstone.judge.jury.Juror;
import dev.touchstone.judge.llm.ModelChoice;

/**
 * The jury of one attempt.
 *
 * @param choice says why there is a model on it or not
 */
public record Jury(List<Juror> jurors, ModelChoice choice) {

    public Jury {
        jurors = List.copyOf(jurors);
    }
}
