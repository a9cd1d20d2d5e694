package dev.touchstone.sandbox.attempt;

import java.time.Duration;

import dev.touchstone.sandbox.Usage;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What an attempt has taken so far, by all of its workers.
 *
 * @param millis worked on it
 * @param requests to the agent
 * @param bytes of bodies, both ways
 */
@RegisterForReflection
public record Spending(long millis, long requests, long bytes) {

    static final Spending NONE = new Spending(0, 0, 0);

    Spending plus(Usage usage) {
        return new Spending(millis, requests + usage.requests(), bytes + usage.bytesSent() + usage.bytesReceived());
    }

    Spending plus(Duration time) {
        return new Spending(millis + time.toMillis(), requests, bytes);
    }
}
