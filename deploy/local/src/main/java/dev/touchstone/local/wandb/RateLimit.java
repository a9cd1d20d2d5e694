package dev.touchstone.local.wandb;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The service's limit of file stream requests per run, counted over the last second. Off until it is set. */
final class RateLimit {

    private static final Duration SPAN = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> recent = new HashMap<>();
    private int perSecond;

    RateLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** @param requests per second and run; 0 for no limit */
    synchronized void set(int requests) {
        perSecond = requests;
        recent.clear();
    }

    synchronized Optional<Answer> refuse(String run) {
        if (perSecond == 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Deque<Instant> times = recent.computeIfAbsent(run, absent -> new ArrayDeque<>());
        times.removeIf(time -> !time.isAfter(now.minus(SPAN)));
        if (times.size() < perSecond) {
            times.add(now);
            return Optional.empty();
        }
        return Optional.of(Answer.error(429, "rate limit exceeded")
                .with("Retry-After", "1").with("RateLimit-Limit", String.valueOf(perSecond))
                .with("RateLimit-Remaining", "0").with("RateLimit-Reset", "1"));
    }
}
