package dev.touchstone.judge.verdict.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;

/**
 * The bootstrap: what a figure would have been if other units of the same kind had come up. The same seed draws the same.
 *
 * @param resamples how often the units are drawn anew
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron (1979), Bootstrap methods: another look at the jackknife</a>
 */
public record Resampling(int resamples, long seed) {

    private static final double LEVEL = 0.95;
    // Written, since (1 - 0.95) / 2 is a little more than 0.025 and would be the next rank.
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /**
     * The percentile interval of a figure. Empty with fewer than two units, and where the figure is not defined for most of
     * the draws: the interval would be about the few that happened to suit it.
     */
    <T> Optional<Interval> interval(List<T> units, Function<List<T>, OptionalDouble> figure) {
        if (units.size() < 2) {
            return Optional.empty();
        }
        Random random = new Random(seed);
        double[] defined = new double[resamples];
        int count = 0;
        for (int i = 0; i < resamples; i++) {
            OptionalDouble drawn = figure.apply(draw(units, random));
            if (drawn.isPresent()) {
                defined[count++] = drawn.getAsDouble();
            }
        }
        return 2 * count < resamples ? Optional.empty() : Optional.of(interval(Arrays.copyOf(defined, count)));
    }

    private static <T> List<T> draw(List<T> units, Random random) {
        List<T> drawn = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); i++) {
            drawn.add(units.get(random.nextInt(units.size())));
        }
        return drawn;
    }

    private Interval interval(double[] figures) {
        Arrays.sort(figures);
        return Interval.rounded(percentile(figures, LOW), percentile(figures, HIGH), LEVEL, resamples,
                figures.length);
    }

    /** By nearest rank, so that both ends are figures that did come up. */
    private static double percentile(double[] sorted, double share) {
        return sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
