package dev.touchstone.local.client;

import java.time.Duration;

/** When a command gives up. */
public record Deadline(long nanoTime) {

    public static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }

    /** The given time, or what is left if that is less; never nothing, which HTTP clients do not accept. */
    Duration atMost(Duration time) {
        Duration left = left();
        return left.compareTo(time) < 0 ? left.plusMillis(1) : time;
    }
}
