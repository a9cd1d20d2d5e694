package dev.touchstone.submission.identity.limit;

import java.util.concurrent.TimeUnit;

/**
 * How somebody stands with a quota.
 *
 * @param admitted whether this request may pass
 * @param remaining requests that could follow at once
 * @param nanosToReset until the whole quota can be used again
 * @param nanosToWait until the next request may pass; 0 where it may now
 */
record Standing(Quota quota, boolean admitted, long remaining, long nanosToReset, long nanosToWait) {

    /** As an item of {@code RateLimit}. */
    String field() {
        return "\"" + quota.name() + "\";r=" + remaining + ";t=" + resetSeconds();
    }

    long resetSeconds() {
        return seconds(nanosToReset);
    }

    /** At least 1: a client that is told to come back at once would be refused again. */
    long waitSeconds() {
        return Math.max(1, seconds(nanosToWait));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
