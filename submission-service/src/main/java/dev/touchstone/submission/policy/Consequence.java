package dev.touchstone.submission.policy;

import java.util.Locale;

/** What follows from a rule that is broken. There is none that lets it pass: asking a person is the floor. */
public enum Consequence {

    /** Nobody but a person may approve. */
    ASK,
    /** Rejected without a person, if the break was measured; what was not measured still asks for a person. */
    REJECT;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
