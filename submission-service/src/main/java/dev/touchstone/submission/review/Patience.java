package dev.touchstone.submission.review;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import dev.touchstone.events.Stage;

/**
 * How long an attempt is waited for before it is offered again. Each wait for the same thing is twice as long as the one
 * before: work that stands in a long queue is not lost, and telling so every few minutes would only bury what is.
 *
 * @param limits of each stage that a service carries out
 * @param longest wait between two offers
 */
record Patience(Map<Stage, Limits> limits, Duration longest) {

    /** Doubled more often than this, any limit has passed the longest wait, and the factor still fits. */
    private static final int MOST_DOUBLINGS = 20;

    /** From the request to the start, and from the start to the end. */
    record Limits(Duration start, Duration end) {
    }

    Patience {
        limits = Map.copyOf(limits);
    }

    static Patience of(WatchdogConfig config) {
        Map<Stage, Limits> limits = new EnumMap<>(Stage.class);
        limits.put(Stage.PRECHECK, of(config.precheck()));
        limits.put(Stage.SECURITY, of(config.security()));
        limits.put(Stage.FUNCTIONAL, of(config.functional()));
        limits.put(Stage.JUDGE, of(config.judge()));
        limits.put(Stage.PUBLISH, of(config.publish()));
        return new Patience(limits, config.longestWait());
    }

    private static Limits of(WatchdogConfig.Limits limits) {
        return new Limits(limits.startWithin(), limits.endWithin());
    }

    Duration wait(Awaited awaited) {
        Limits ofStage = limits.get(awaited.stage());
        if (ofStage == null) {
            throw new IllegalArgumentException("Nobody hurries " + awaited.stage().key());
        }
        Duration first = awaited.started() ? ofStage.end() : ofStage.start();
        Duration grown = first.multipliedBy(1L << Math.min(awaited.offers(), MOST_DOUBLINGS));
        Duration most = first.compareTo(longest) > 0 ? first : longest;
        return grown.compareTo(most) > 0 ? most : grown;
    }
}
