package dev.touchstone.submission.identity.limit;

import java.time.Duration;

/**
 * A rate limit as clients are told of it.
 *
 * @param name of the policy
 * @param amount of requests in a window
 */
record Quota(String name, long amount, Duration window) {

    /** As an item of {@code RateLimit-Policy}. */
    String field() {
        return "\"" + name + "\";q=" + amount + ";w=" + window.toSeconds();
    }
}
