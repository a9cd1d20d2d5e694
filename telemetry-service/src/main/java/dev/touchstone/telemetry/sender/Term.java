package dev.touchstone.telemetry.sender;

import java.util.UUID;

/**
 * One unbroken time of a replica as a writer.
 *
 * @param owner its name, which is never used again after it
 * @param phase lapsed for good, or not begun, or held
 * @param end on the clock of {@link System#nanoTime()}; counts only while held
 */
record Term(String owner, Phase phase, long end) {

    /** Where a term is in its life. */
    enum Phase {
        BEGUN,
        HELD,
        LAPSED
    }

    static Term begun() {
        return new Term("telemetry/" + UUID.randomUUID(), Phase.BEGUN, 0);
    }

    Term until(long newEnd) {
        return new Term(owner, Phase.HELD, newEnd);
    }

    Term lapsed() {
        return new Term(owner, Phase.LAPSED, end);
    }

    boolean isHeld() {
        return phase == Phase.HELD;
    }

    boolean isLapsed() {
        return phase == Phase.LAPSED;
    }

    boolean isOver() {
        return phase != Phase.HELD || end - System.nanoTime() <= 0;
    }
}
