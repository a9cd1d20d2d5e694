package dev.touchstone.sandbox.attempt;

import java.util.stream.IntStream;

import dev.touchstone.events.jobs.Session;

/**
 * The spending of an attempt among its checkpoints. An item is written once and never again, so each holds the whole
 * spending up to then, and the last one counts.
 */
final class SpentItems {

    private SpentItems() {
    }

    static String name(int number) {
        return "spent/" + number;
    }

    /** How many there are. */
    static int count(Session session) {
        return IntStream.iterate(0, number -> number + 1)
                .filter(number -> session.stored(name(number)).isEmpty()).findFirst().orElseThrow();
    }

    static Spending last(Session session) {
        int count = count(session);
        return count == 0 ? Spending.NONE
                : session.stored(name(count - 1)).map(json -> Report.parse(json, Spending.class)).orElseThrow();
    }
}
