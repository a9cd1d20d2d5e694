package dev.touchstone.local.chaos;

import java.util.random.RandomGenerator;

/** What becomes of those who ask for a file. */
enum Fate {

    SERVED(true),
    /** The first two wait longer than they can. */
    SLOW(true),
    /** The first few are told to come again. */
    AWAY(true),
    GONE(false),
    /** It is there, but is not what its digest says. */
    FORGED(false),
    /** All are told to come again, for ever. */
    NEVER(false);

    private final boolean had;

    Fate(boolean had) {
        this.had = had;
    }

    /** Whether somebody who asks often enough gets it. */
    boolean isHad() {
        return had;
    }

    /** Mostly well. */
    static Fate of(RandomGenerator random) {
        int drawn = random.nextInt(100);
        if (drawn < 70) {
            return SERVED;
        }
        if (drawn < 90) {
            return drawn < 78 ? SLOW : AWAY;
        }
        return drawn < 94 ? GONE : drawn < 97 ? FORGED : NEVER;
    }
}
