package dev.touchstone.telemetry.wandb;

import java.time.Duration;

/**
 * Hears of every exchange with W&amp;B, so that a program can count them in its own way. Called on the thread that
 * asked, after the answer; must be quick and must not throw.
 */
@FunctionalInterface
public interface WandbObserver {

    /** Counts nothing. */
    WandbObserver NONE = exchange -> {
    };

    void exchanged(Exchange exchange);

    /**
     * One request and what came of it.
     *
     * @param name of the operation, as {@code UpsertBucket}, {@code file_stream}, {@code oidc/token} or {@code upload}: from
     *        a small fixed set, fit for a metric's tag
     * @param status HTTP status, 0 where there was no answer
     * @param sentBytes of the body as it went over the wire; -1 where that is not known before
     * @param receivedBytes of the body as it came, 0 where there was no answer
     * @param took from the request to the end of the answer
     */
    record Exchange(String name, int status, long sentBytes, long receivedBytes, Duration took) {

        private static final int TOO_MANY_REQUESTS = 429;

        public boolean rateLimited() {
            return status == TOO_MANY_REQUESTS;
        }
    }
}
