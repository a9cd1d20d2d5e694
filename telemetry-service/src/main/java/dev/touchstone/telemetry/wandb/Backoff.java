package dev.touchstone.telemetry.wandb;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures in a row: doubling from the shortest wait to the longest, and up to a quarter more
 * at random, so that many runs do not come back in the same moment. W&amp;B's own client waits from 2 to 60 s, and as
 * long as {@code Retry-After} says where a server says so.
 */
public record Backoff(Duration shortest, Duration longest, RandomGenerator random) {

    /**
     * @param tries failures in a row, from 1
     */
    public Duration after(int tries) {
        double factor = Math.pow(2, Math.min(tries - 1, 30)) * (1 + random.nextDouble() / 4);
        double millis = Math.min(shortest.toMillis() * factor, (double) longest.toMillis());
        return Duration.ofMillis(Math.round(millis));
    }
}
