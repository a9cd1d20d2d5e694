package dev.touchstone.sandbox.suite;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Collects what is wrong, so that all of it can be told at once. Not for several threads. */
final class Faults {

    /** Whoever has more mends these first. */
    static final int MOST_TOLD = 200;

    private final List<Fault> told = new ArrayList<>();
    private int found;

    void add(@Nullable Integer line, String pointer, String detail) {
        found++;
        if (told.size() < MOST_TOLD) {
            told.add(new Fault(line, pointer, detail));
        }
    }

    int found() {
        return found;
    }

    /** In the order in which they were found; the last says how many are not told. */
    List<Fault> told() {
        List<Fault> all = new ArrayList<>(told);
        if (found > told.size()) {
            all.add(new Fault(null, "", "has " + (found - told.size()) + " faults more"));
        }
        return List.copyOf(all);
    }
}
