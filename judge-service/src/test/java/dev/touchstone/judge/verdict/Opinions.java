package dev.touchstone.judge.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Order;
import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Scores;

/** Opinions by what they come to. */
public final class Opinions {

    private Opinions() {
    }

    public static Scores scores(double ofHundred) {
        double share = ofHundred / 100;
        return new Scores(40 * share, 30 * share, 20 * share, 10 * share);
    }

    public static Opinion scored(String juror, Mechanism mechanism, double score) {
        return new Opinion.Scored(juror, mechanism, scores(score), false, List.of(), List.of(), List.of());
    }

    public static Opinion critical(String juror, Mechanism mechanism, double score) {
        return new Opinion.Scored(juror, mechanism, scores(score), true, List.of(), List.of(), List.of());
    }

    public static Opinion abstained(String juror) {
        return new Opinion.Abstained(juror, Mechanism.MODEL, "away", List.of());
    }

    public static Opinion recused(String juror) {
        return new Opinion.Recused(juror, Mechanism.REFERENCE, "nothing to compare with");
    }

    /** Of a model: the mean of its samples, the first of which shows the answer first, the second last, and so on. */
    public static Opinion sampled(String juror, double... samples) {
        return new Opinion.Scored(juror, Mechanism.MODEL, scores(Arrays.stream(samples).average().orElseThrow()), false,
                List.of(), List.of(), IntStream.range(0, samples.length)
                        .mapToObj(i -> sample(i + 1, samples[i], false, List.of())).toList());
    }

    public static Sample sample(int number, double score, boolean fallback, List<Sample.Exchange> exchanges) {
        return new Sample(number, number % 2 == 1 ? Order.ANSWER_FIRST : Order.ANSWER_LAST, scores(score), false, null,
                fallback ? "other-1" : "model-1", fallback, exchanges);
    }
}
