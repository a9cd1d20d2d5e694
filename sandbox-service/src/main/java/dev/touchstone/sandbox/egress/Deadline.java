package dev.touchstone.sandbox.egress;

import java.time.Duration;

/** The moment by which something must be over, on the clock that is never set back. */
public record Deadline(long nanoTime) {

    public static Deadline in(Duration span) {
        return new Deadline(System.nanoTime() + span.toNanos());
    }

    /** What is left, never less than nothing. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** Whether waiting this long still leaves something. */
    public boolean leavesRoomFor(Duration wait) {
        return wait.compareTo(left()) < 0;
    }
}
