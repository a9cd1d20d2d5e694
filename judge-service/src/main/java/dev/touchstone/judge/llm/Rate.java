package dev.touchstone.judge.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** So many requests in any one minute. Who is over it is told to wait, in the order of asking. Safe for many threads. */
final class Rate {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int most;
    private final Clock clock;
    /** When the last requests were or will be sent, oldest first; never more than {@link #most}. */
    private final Deque<Instant> starts = new ArrayDeque<>();

    Rate(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /**
     * The wait until the request may be sent, which then is counted.
     *
     * @return empty where it is longer than {@code longest}: nothing is counted
     */
    synchronized Optional<Duration> reserve(Duration longest) {
        Instant now = clock.instant();
        Instant free = starts.size() < most ? now : starts.getFirst().plus(MINUTE);
        Duration wait = free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
        if (wait.compareTo(longest) > 0) {
            return Optional.empty();
        }
        if (starts.size() == most) {
            starts.removeFirst();
        }
        starts.addLast(now.plus(wait));
        return Optional.of(wait);
    }
}
