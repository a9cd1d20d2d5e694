package dev.touchstone.sandbox.suite;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the lines of a suite are. */
enum SuiteKind {

    /** Test cases of the security gate. */
    SECURITY,
    /** Scenarios of functional accuracy. */
    FUNCTIONAL;

    @JsonValue
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if nothing is called so
     */
    static SuiteKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
