package dev.touchstone.sandbox.attempt;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Percentiles by nearest rank: always a value that was measured. */
public final class Percentile {

    private Percentile() {
    }

    /** Null where nothing was measured. */
    public static @Nullable Double of(List<Long> measured, int percent) {
        if (measured.isEmpty()) {
            return null;
        }
        List<Long> sorted = measured.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return (double) sorted.get(Math.max(rank, 1) - 1);
    }
}
