package dev.touchstone.review.ledger.check;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found. Each fault once, up to a limit; all are counted. */
final class Found {

    private static final Comparator<Fault> LOG_FIRST_THEN_BY_INDEX = Comparator
            .comparingLong(fault -> fault instanceof Fault.OfEntry entry ? entry.index() : Long.MIN_VALUE);

    private final Set<Fault> faults = new LinkedHashSet<>();
    private final int limit;
    private long count;

    Found(int limit) {
        this.limit = limit;
    }

    void add(Fault fault) {
        if (faults.size() == limit) {
            count++;
        } else if (faults.add(fault)) {
            count++;
        }
    }

    long count() {
        return count;
    }

    List<Fault> inOrder() {
        return faults.stream().sorted(LOG_FIRST_THEN_BY_INDEX).toList();
    }
}
