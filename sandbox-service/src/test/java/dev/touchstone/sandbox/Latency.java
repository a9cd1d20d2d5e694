package dev.touchstone.sandbox;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** An agent's thinking. */
final class Latency {

    private Latency() {
    }

    /** The same replies, each after this time. */
    static UnaryOperator<String> of(Duration latency, UnaryOperator<String> replies) {
        return prompt -> {
            long until = System.nanoTime() + latency.toNanos();
            for (long left = latency.toNanos(); left > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            return replies.apply(prompt);
        };
    }
}
