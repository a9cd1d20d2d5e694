package dev.touchstone.sandbox.attempt.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How much a model is asked: so many questions at a time, so many requests in any one hour. Safe for many threads. */
final class Allowance {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Semaphore places;
    private final int callsPerHour;
    private final Clock clock;
    /** When the requests of the last hour were sent, oldest first; never longer than the allowance. */
    private final Deque<Instant> sent = new ArrayDeque<>();

    Allowance(int sideBySide, int callsPerHour, Clock clock) {
        this.places = new Semaphore(sideBySide, true);
        this.callsPerHour = callsPerHour;
        this.clock = clock;
    }

    /** Whether there was a place in time; who has one gives it back with {@link #leave}. */
    boolean enter(Duration patience) throws InterruptedException {
        return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    void leave() {
        places.release();
    }

    /** Whether one more request may be sent now; it is counted as sent. */
    synchronized boolean takeCall() {
        Instant now = clock.instant();
        while (!sent.isEmpty() && !sent.peekFirst().plus(HOUR).isAfter(now)) {
            sent.removeFirst();
        }
        if (sent.size() >= callsPerHour) {
            return false;
        }
        sent.addLast(now);
        return true;
    }
}
