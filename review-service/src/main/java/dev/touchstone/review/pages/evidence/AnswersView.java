package dev.touchstone.review.pages.evidence;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.charts.Spread;
import dev.touchstone.review.pages.charts.Tone;

/**
 * What the jury was shown and what it said, answer by answer.
 *
 * @param spread of the jurors' scores, by question
 */
record AnswersView(List<Answer> answers, Spread spread) {

    record Answer(Place place, Asked asked, Heard heard, Result result, Jury jury) {
    }

    /**
     * @param open whether it is shown unfolded
     */
    record Place(int line, boolean open, Tone tone) {
    }

    /**
     * @param side what each of them gave for a criterion, in their order
     */
    record Jury(List<Opinion> opinions, List<Side> side) {
    }

    /**
     * @param criterion its key
     */
    record Side(String criterion, List<String> points) {
    }

    /**
     * @param origin perspective, language and what the question was made from
     * @param recorded from where the answer was taken; empty where the agent was asked
     */
    record Asked(Shown id, Shown origin, Shown text, Expected expected, Shown recorded) {

        private static final int BRIEF = 160;

        /** The question in a line. */
        public Shown brief() {
            return Shown.of(text.text(), BRIEF);
        }
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
