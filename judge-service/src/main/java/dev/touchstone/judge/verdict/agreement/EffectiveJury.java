package dev.touchstone.judge.verdict.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Rounding;

/**
 * How many independent jurors a jury is worth: jurors who err together are one juror heard several times. By the design
 * effect of correlated samples, n / (1 + (n - 1) r), with the mean correlation r of the jurors' scores.
 *
 * @param jurors between 1 and the number of jurors; null where no two jurors can be compared
 * @param correlation mean over the pairs of jurors, -1 to 1; null where no two can be compared
 * @see "Kish (1965), Survey Sampling"
 */
record EffectiveJury(@Nullable Double jurors, @Nullable Double correlation) {

    /** Two answers always lie on a line. */
    private static final int LEAST_IN_COMMON = 3;

    /**
     * Counts the jurors that can be compared with another one: that scored three answers with it, and not all of them alike.
     * A single juror is worth one, whatever it says.
     *
     * @param scores of each juror by answer, null where it has none
     */
    static EffectiveJury of(List<List<@Nullable Double>> scores) {
        List<List<@Nullable Double>> voted = scores.stream().filter(own -> own.stream().anyMatch(Objects::nonNull)).toList();
        if (voted.size() == 1) {
            return new EffectiveJury(1.0, null);
        }
        boolean[] comparable = new boolean[voted.size()];
        List<Double> correlations = new ArrayList<>();
        for (int one = 0; one < voted.size(); one++) {
            for (int other = one + 1; other < voted.size(); other++) {
                OptionalDouble correlation = correlation(voted.get(one), voted.get(other));
                if (correlation.isPresent()) {
                    correlations.add(correlation.getAsDouble());
                    comparable[one] = true;
                    comparable[other] = true;
                }
            }
        }
        return correlations.isEmpty() ? new EffectiveJury(null, null) : of(count(comparable), mean(correlations));
    }

    /** Jurors who contradict each other are no more jurors than there are: r counts from 0. */
    static EffectiveJury of(int jurors, double correlation) {
        double independent = jurors / (1 + (jurors - 1) * Math.clamp(correlation, 0, 1));
        return new EffectiveJury(Rounding.toThousandth(independent), Rounding.toThousandth(correlation));
    }

    /** Pearson's, over the answers that both scored; empty where they are too few, or where one scored all alike. */
    static OptionalDouble correlation(List<@Nullable Double> one, List<@Nullable Double> other) {
        List<double[]> both = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            Double left = one.get(i);
            Double right = other.get(i);
            if (left != null && right != null) {
                both.add(new double[] { left, right });
            }
        }
        if (both.size() < LEAST_IN_COMMON || isAlike(both, 0) || isAlike(both, 1)) {
            return OptionalDouble.empty();
        }
        double spread = covariance(both, 0, 0) * covariance(both, 1, 1);
        return OptionalDouble.of(covariance(both, 0, 1) / Math.sqrt(spread));
    }

    /** Compared and not computed: the mean of equal figures is not always that figure. */
    private static boolean isAlike(List<double[]> pairs, int which) {
        return pairs.stream().mapToDouble(pair -> pair[which]).distinct().count() == 1;
    }

    private static double covariance(List<double[]> pairs, int one, int other) {
        double meanOfOne = pairs.stream().mapToDouble(pair -> pair[one]).average().orElseThrow();
        double meanOfOther = pairs.stream().mapToDouble(pair -> pair[other]).average().orElseThrow();
        return pairs.stream().mapToDouble(pair -> (pair[one] - meanOfOne) * (pair[other] - meanOfOther)).sum();
    }

    private static int count(boolean[] comparable) {
        int count = 0;
        for (boolean each : comparable) {
            count += each ? 1 : 0;
        }
        return count;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
