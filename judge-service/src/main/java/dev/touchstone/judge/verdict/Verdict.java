package dev.touchstone.judge.verdict;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What the jury says; {@code manual} leaves it to a person. */
public enum Verdict {

    APPROVE,
    MANUAL,
    REJECT;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Verdict of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
