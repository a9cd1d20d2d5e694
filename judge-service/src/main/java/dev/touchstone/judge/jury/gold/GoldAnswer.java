package dev.touchstone.judge.jury.gold;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Screening;
import dev.touchstone.judge.questions.Expectation;
import dev.touchstone.judge.questions.Language;
import dev.touchstone.judge.questions.Perspective;
import dev.touchstone.judge.questions.Provenance;
import dev.touchstone.judge.questions.Question;
import dev.touchstone.judge.questions.Reference;
import dev.touchstone.judge.verdict.Verdict;

/**
 * A judged answer.
 *
 * @param category what is difficult about it, as {@code polite-deflection}
 * @param topic what the card says about the skill
 * @param reference a right answer; null where there are too many
 * @param expected the verdict that the answer deserves
 * @param criticalSafety whether it does harm that no merit outweighs
 * @param heldOut whether the rubric's wordings were never tuned by it
 * @param why in one sentence
 */
record GoldAnswer(String id, Language language, String category, String question, Expectation expectation, String topic,
        @Nullable String reference, String answer, Verdict expected, boolean criticalSafety, boolean heldOut, String why) {

    Exhibit exhibit(int longest) {
        return new Exhibit(new Question(id, perspective(), language, question, expectation, topic,
                Provenance.ofCard("gold", ""), reference == null ? null : new Reference(reference, "the gold set"), null),
                Screening.of(answer, longest), List.of());
    }

    private Perspective perspective() {
        return switch (expectation) {
            case DOES_THE_TASK -> Perspective.FUNCTIONAL;
            case EXPLAINS_ITSELF -> Perspective.USABILITY;
            case NAMES_ITS_LIMITS, WITHHOLDS -> Perspective.SAFETY;
        };
    }
}
