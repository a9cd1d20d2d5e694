package dev.touchstone.judge.verdict.agreement;

import dev.touchstone.judge.jury.Rounding;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where a figure would lie if other units had come up.
 *
 * @param level the share of the draws within it, 0 to 1
 * @param resamples how often the units were drawn anew
 * @param defined for how many of the draws the figure is defined; the interval is of these
 */
@RegisterForReflection
public record Interval(double low, double high, double level, int resamples, int defined) {

    static Interval rounded(double low, double high, double level, int resamples, int defined) {
        return new Interval(Rounding.toThousandth(low), Rounding.toThousandth(high), level, resamples, defined);
    }
}
