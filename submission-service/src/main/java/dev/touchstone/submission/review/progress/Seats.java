package dev.touchstone.submission.review.progress;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.touchstone.submission.ProblemType;
import dev.touchstone.submission.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** The places that open streams take. Both bounds are this replica's. */
final class Seats<T> {

    private static final int RETRY_SECONDS = 10;

    private final int all;
    private final int perWatcher;
    private final Set<Seat<T>> taken = ConcurrentHashMap.newKeySet();

    Seats(int all, int perWatcher) {
        this.all = all;
        this.perWatcher = perWatcher;
    }

    /**
     * One place.
     *
     * @param watcher the caller's name: nobody has all places
     * @param cut closes the client's connection
     */
    record Seat<T>(T stream, String watcher, Runnable cut) {
    }

    /**
     * Takes a place, to be given back whatever becomes of the stream.
     *
     * @throws HttpProblem 429 where the watcher has too many, 503 where there are too many
     */
    synchronized void take(Seat<T> seat) {
        if (taken.stream().filter(each -> each.watcher().equals(seat.watcher())).count() >= perWatcher) {
            throw refusal(ProblemType.TOO_MANY_STREAMS, perWatcher);
        }
        if (taken.size() >= all) {
            throw refusal(ProblemType.STREAMS_EXHAUSTED, all);
        }
        taken.add(seat);
    }

    void giveBack(Seat<T> seat) {
        taken.remove(seat);
    }

    Set<Seat<T>> taken() {
        return taken;
    }

    private static HttpProblem refusal(ProblemType type, int most) {
        return Problems.of(type).withDetail("At most " + most + " streams are open at a time. Close one, or ask for pages.")
                .withHeader("Retry-After", RETRY_SECONDS).build();
    }
}
