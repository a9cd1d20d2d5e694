package dev.touchstone.judge.verdict.agreement;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Order;
import dev.touchstone.judge.jury.Rounding;
import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Scores;
import dev.touchstone.judge.verdict.VerdictPolicy;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the order of the material does to a juror's judgement. A pair is two samples of one juror about one answer, one with
 * the answer first and one with it last; it holds what chance does too, so a few pairs say little.
 *
 * @param pairs that could be compared
 * @param meanDifference score with the answer first less score with the answer last, -100 to 100; null without pairs
 * @param flipShare of the pairs that vote differently, 0 to 1; null without pairs
 */
@RegisterForReflection
public record PositionBias(int pairs, @Nullable Double meanDifference, @Nullable Double flipShare) {

    /** Both scores that make a pair. */
    private record Pair(double first, double last, boolean flips) {
    }

    public static PositionBias of(List<Opinion> opinions, VerdictPolicy policy) {
        List<Pair> pairs = opinions.stream().flatMap(opinion -> pairs(opinion, policy)).toList();
        if (pairs.isEmpty()) {
            return new PositionBias(0, null, null);
        }
        double difference = pairs.stream().mapToDouble(pair -> pair.first() - pair.last()).average().orElseThrow();
        double flips = (double) pairs.stream().filter(Pair::flips).count() / pairs.size();
        return new PositionBias(pairs.size(), Rounding.toTenth(difference), Rounding.toThousandth(flips));
    }

    private static Stream<Pair> pairs(Opinion opinion, VerdictPolicy policy) {
        List<Sample> first = in(Order.ANSWER_FIRST, opinion);
        List<Sample> last = in(Order.ANSWER_LAST, opinion);
        return IntStream.range(0, Math.min(first.size(), last.size()))
                .mapToObj(i -> pair(first.get(i), last.get(i), policy)).flatMap(Optional::stream);
    }

    private static List<Sample> in(Order order, Opinion opinion) {
        return opinion.samples().stream().filter(sample -> sample.order() == order).toList();
    }

    private static Optional<Pair> pair(Sample first, Sample last, VerdictPolicy policy) {
        boolean flips = !vote(first, policy).equals(vote(last, policy));
        return total(first).flatMap(one -> total(last).map(other -> new Pair(one, other, flips)));
    }

    private static Optional<Double> total(Sample sample) {
        return Optional.ofNullable(sample.scores()).flatMap(Scores::total);
    }

    private static Optional<?> vote(Sample sample, VerdictPolicy policy) {
        return Optional.ofNullable(sample.scores()).flatMap(scores -> policy.vote(scores, sample.criticalSafety()));
    }
}
