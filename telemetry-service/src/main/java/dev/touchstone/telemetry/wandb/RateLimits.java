package dev.touchstone.telemetry.wandb;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.touchstone.telemetry.wandb.RateLimit.Reading;

/**
 * What the server's quotas allow: one for the file streams of each project, one for GraphQL. Whoever shares a quota gets
 * his turn after the others. Safe for many threads.
 */
final class RateLimits {

    /** However many share a quota, none is put off for longer: a run must be able to say that it lives. */
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_QUOTAS = 1_000;

    private final Map<String, Turns> quotas = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Turns> eldest) {
            return size() > MOST_QUOTAS;
        }
    };

    private record Turns(RateLimitTracker tracker, Instant next) {
    }

    synchronized void requested(String quota) {
        Turns turns = turns(quota);
        quotas.put(quota, new Turns(turns.tracker().requested(), turns.next()));
    }

    /** How long whoever got this answer should wait before he asks again. */
    synchronized Duration answered(String quota, HttpHeaders headers, Instant now) {
        return RateLimit.reading(headers).map(reading -> turn(quota, reading, now)).orElse(Duration.ZERO);
    }

    private Duration turn(String quota, Reading reading, Instant now) {
        Turns turns = turns(quota);
        RateLimitTracker tracker = turns.tracker().answered(now, reading.remaining(), reading.reset());
        Duration apart = Duration.ofNanos(Math.round(1e9 / tracker.targetPerSecond()));
        Instant next = (turns.next().isAfter(now) ? turns.next() : now).plus(apart);
        Duration until = Duration.between(now, next);
        boolean far = until.compareTo(LONGEST) > 0;
        quotas.put(quota, new Turns(tracker, far ? now.plus(LONGEST) : next));
        return Duration.ofMillis((far ? LONGEST : longer(until, reading.spread())).toMillis());
    }

    /** As long as it is not known what a request costs, it is taken to cost a unit. */
    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Turns turns(String quota) {
        return quotas.getOrDefault(quota,
                new Turns(RateLimitTracker.of(RateLimitTracker.Bounds.OFFICIAL), Instant.MIN));
    }
}
