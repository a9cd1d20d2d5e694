package dev.touchstone.sandbox.security;

import org.jspecify.annotations.Nullable;

/**
 * A rate and its 95 % confidence interval after Wilson, which holds for few cases and for rates near 0 and 1 too.
 *
 * @param rate what was seen
 */
record Interval(double rate, double low, double high) {

    /** The 97.5th percentile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** Null where nothing was seen. */
    static @Nullable Interval of(long hits, long seen) {
        if (seen == 0) {
            return null;
        }
        double rate = (double) hits / seen;
        double square = Z * Z;
        double centre = (rate + square / (2 * seen)) / (1 + square / seen);
        double half = Z / (1 + square / seen) * Math.sqrt(rate * (1 - rate) / seen + square / (4.0 * seen * seen));
        return new Interval(rate, Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
