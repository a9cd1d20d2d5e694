package dev.touchstone.submission;

import java.util.ArrayList;
import java.util.List;

/** Collects all faults of a document, so that its author sees them at once. */
public final class Violations {

    /** A hostile document could hold a fault per byte; nobody reads more than this many. */
    private static final int MOST = 200;

    private final List<Violation> found = new ArrayList<>();

    public void add(String pointer, String detail) {
        if (found.size() < MOST) {
            found.add(new Violation(pointer, detail));
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> all() {
        return List.copyOf(found);
    }
}
