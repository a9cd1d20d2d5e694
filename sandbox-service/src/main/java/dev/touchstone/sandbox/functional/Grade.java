package dev.touchstone.sandbox.functional;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What an answer, or a whole scenario, is worth. The better come first. */
public enum Grade {

    /** It is what was expected. */
    PASS,
    /** It may be; a person has to read it. */
    NEEDS_REVIEW,
    /** It is not, or the agent refused. */
    FAIL,
    /** There was no answer. */
    ERROR,
    /** Nobody asked, or nobody could go on asking; says nothing of the agent. */
    NOT_EXECUTED;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Grade of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    Grade worse(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
