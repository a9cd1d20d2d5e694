package dev.touchstone.submission.identity.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;

/**
 * The token buckets of one quota. A bucket that nobody used for a window is full, so that it can be forgotten; beyond the
 * most that are remembered the least used ones go first, and a flood of new names does not push out those in use.
 */
final class Buckets {

    private static final int WINDOWS_REMEMBERED = 2;

    private final Quota quota;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    Buckets(Quota quota, int most, TimeMeter time) {
        this.quota = quota;
        this.time = time;
        Ticker ticker = time::currentTimeNanos;
        this.buckets = Caffeine.newBuilder().maximumSize(most).ticker(ticker)
                .expireAfterAccess(quota.window().multipliedBy(WINDOWS_REMEMBERED)).build();
    }

    /** Takes a token, if there is one. */
    Standing take(String who) {
        ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
        return new Standing(quota, probe.isConsumed(), probe.getRemainingTokens(), probe.getNanosToWaitForReset(),
                probe.getNanosToWaitForRefill());
    }

    /** Whether there is a token, which stays where it is. */
    Standing look(String who) {
        Bucket bucket = buckets.getIfPresent(who);
        if (bucket == null) {
            return new Standing(quota, true, quota.amount(), 0, 0);
        }
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        return new Standing(quota, probe.canBeConsumed(), probe.getRemainingTokens(), probe.getNanosToWaitForRefill(),
                probe.getNanosToWaitForRefill());
    }

    Bucket bucket(String who) {
        return buckets.get(who, this::full);
    }

    private Bucket full(String who) {
        return Bucket.builder().withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(quota.amount()).refillGreedy(quota.amount(), quota.window())).build();
    }

    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
