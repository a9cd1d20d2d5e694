package dev.touchstone.local.wandb.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All violations, in the order they came. Of each run only the first are kept in full; all are counted. */
public final class Violations {

    private static final int KEPT = 1_000;

    private final Map<String, List<Violation>> byRun = new HashMap<>();
    private final List<Violation> kept = new ArrayList<>();
    private long count;
    private long former;

    public synchronized void add(Violation violation) {
        count++;
        List<Violation> ofRun = byRun.computeIfAbsent(violation.place().run(), absent -> new ArrayList<>());
        if (ofRun.size() < KEPT) {
            ofRun.add(violation);
            kept.add(violation);
        }
    }

    /** @param run as {@code entity/project/id} */
    public Reporter of(String run, Instant at) {
        return (rule, file, line, what) -> add(new Violation(at, rule, new Violation.Place(run, file, line), what));
    }

    public synchronized long count() {
        return count;
    }

    /** What was added until now was broken before this process began. */
    public synchronized void endOfReplay() {
        former = count;
    }

    /** How many were broken since this process began. */
    public synchronized long sinceStart() {
        return count - former;
    }

    public synchronized List<Violation> all() {
        return List.copyOf(kept);
    }

    public synchronized List<Violation> ofRun(String run) {
        return List.copyOf(byRun.getOrDefault(run, List.of()));
    }

    public synchronized void clear() {
        byRun.clear();
        kept.clear();
        count = 0;
        former = 0;
    }
}
