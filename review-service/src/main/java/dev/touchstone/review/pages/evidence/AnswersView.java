package dev.touchstone.review.pages.evidence;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Shown;

/**
 * What the jury was shown and what it said, answer by answer.
 *
 * @param id of the submission
 * @param unavailable why the report cannot be read now; empty where it can
 */
record AnswersView(String id, Shown agent, int attempt, Shown unavailable, List<Answer> answers) {

    record Answer(Asked asked, Heard heard, Result result, List<Opinion> opinions) {
    }

    /**
     * @param origin perspective, language and what the question was made from
     * @param recorded from where the answer was taken; empty where the agent was asked
     */
    record Asked(Shown id, Shown origin, Shown text, Expected expected, Shown recorded) {
    }

    /**
     * @param reference empty where no expected answer is known
     */
    record Expected(Shown words, Shown reference, Shown from) {
    }

    /**
     * @param failure why there is no answer; empty where there is one
     */
    record Heard(Shown text, Shown failure, List<Named> flags, List<Named> tools) {
    }

    record Named(Shown name, Shown text) {
    }

    /**
     * @param ruling null where the report names none that is known
     */
    record Result(@Nullable Ruling ruling, String score, String spread, boolean critical, List<Shown> reasons) {
    }

    record Opinion(Juror juror, Ballot ballot, List<Shown> reasons, List<Finding> findings, List<Sample> samples) {
    }

    record Juror(Shown name, Shown mechanism) {
    }

    /**
     * @param vote the report's word for it
     * @param ruling null where nothing was voted
     */
    record Ballot(Shown vote, @Nullable Ruling ruling, String score, Marks marks, List<Points> points) {
    }

    /**
     * @param unstable whether the juror's own samples vote differently
     */
    record Marks(boolean critical, boolean unstable) {
    }

    /**
     * @param criterion its key
     */
    record Points(String criterion, String points) {
    }

    /**
     * @param place of the quotation in the answer, in UTF-16 units; empty where there is none
     */
    record Finding(boolean met, Shown check, Shown reason, Shown quote, String place) {
    }

    record Sample(String number, Shown order, Shown servedBy, boolean fallback, Drawn drawn) {
    }

    /**
     * @param problem why nothing usable came; empty where something did
     */
    record Drawn(Shown problem, List<Points> points, List<Phase> phases) {
    }

    /** The prompts stay in the file: they repeat all of the above. */
    record Phase(Shown name, Shown reply, Shown problem, String tokens) {
    }
}
