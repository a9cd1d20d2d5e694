package dev.touchstone.review.pages.evidence;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Shown;

/** What a review's judge did, as its page shows it. */
record JudgeView(List<Judged> judged) {

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
