package dev.touchstone.telemetry.sender;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** Projects that were asked about. Bounded: names come from whoever submits an agent. */
final class KnownProjects {

    private static final int MOST = 1_000;

    private final SequencedSet<Named> known = new LinkedHashSet<>();

    private record Named(String entity, String project) {
    }

    synchronized boolean know(String entity, String project) {
        return known.contains(new Named(entity, project));
    }

    /** The one that was asked about first is forgotten for it. */
    synchronized void add(String entity, String project) {
        if (known.size() >= MOST) {
            known.removeFirst();
        }
        known.add(new Named(entity, project));
    }

    synchronized void forget() {
        known.clear();
    }
}
