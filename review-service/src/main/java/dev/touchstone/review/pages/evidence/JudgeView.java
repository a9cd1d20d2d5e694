package dev.touchstone.review.pages.evidence;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Shown;

/**
 * What a review's judge did, as its page shows it.
 *
 * @param verdict of the current attempt; null before there is one
 * @param summary of the attempt that is looked at; null where it cannot be had
 * @param judged every attempt
 */
record JudgeView(@Nullable Verdict verdict, @Nullable Summary summary, List<Judged> judged, AnswersView answers) {

    /**
     * @param figures null where none were told
     */
    record Verdict(Ruling ruling, String score, int jurors, List<Shown> reasons, @Nullable JuryFigures figures) {
    }

    /**
     * @param flags by name, with the number of answers that carry them
     */
    record Summary(List<SecurityView.Fact> facts, List<Member> jury, List<Count> flags, Method method) {
    }

    /**
     * A seat on the jury, over all answers.
     *
     * @param meanScore of 100
     * @param servedBy the models that really answered
     */
    record Member(Shown juror, Shown mechanism, Votes votes, String meanScore, List<Count> servedBy) {
    }

    record Votes(String cast, String abstentions, String recusals, String unstable) {
    }

    record Count(Shown name, String count) {
    }

    /** By what words the models were asked. */
    record Method(Shown prompts, Shown digest, String samples, Shown seedId) {
    }

    /**
     * One attempt of the judge.
     *
     * @param attempt empty for a wish that no attempt has taken up
     * @param wish null where nobody asked for another LLM
     * @param ran with which models, each in one line
     */
    record Judged(String attempt, @Nullable Wish wish, List<Shown> ran, @Nullable Ruling ruling, String score) {
    }

    /**
     * @param applied empty where it was not, or not yet
     * @param ignored whether the attempt is over without it
     */
    record Wish(Shown asked, Shown reason, Shown byAndAt, Shown applied, boolean ignored) {
    }
}
