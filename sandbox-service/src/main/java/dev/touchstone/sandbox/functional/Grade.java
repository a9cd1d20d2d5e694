package dev.touchstone.sandbox.functional;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What an answer is worth. */
public enum Grade {

    /** It is about what was asked. */
    PASS,
    /** It may be; a person has to read it. */
    NEEDS_REVIEW,
    /** It is not, or the agent refused. */
    FAIL,
    /** There was no answer. */
    ERROR;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Grade of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
