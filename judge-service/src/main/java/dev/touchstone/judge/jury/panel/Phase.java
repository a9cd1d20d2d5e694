package dev.touchstone.judge.jury.panel;

import java.util.Locale;

/** The three looks that a model takes at an answer. */
enum Phase {

    /** What does a good answer need, and is it there? */
    PLAN,
    /** What speaks against the first assessment? */
    COUNTER,
    /** The last word. */
    RECONCILE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
