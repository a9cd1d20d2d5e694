package dev.touchstone.telemetry.wandb;

import java.time.Duration;

/** Until when all that belongs to one call must be over. Counted by the clock that nobody can move. */
record Deadline(long nanoTime) {

    static Deadline in(Duration span) {
        return new Deadline(System.nanoTime() + span.toNanos());
    }

    /** The earlier of this one and that span from now. */
    Deadline atMost(Duration span) {
        Duration left = left();
        return left.compareTo(span) < 0 ? this : in(span);
    }

    /** Zero once it has passed. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    boolean leaves(Duration span) {
        return left().compareTo(span) > 0;
    }
}
