package dev.touchstone.judge.jury;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** By what a juror judges. Jurors of one mechanism err alike; a jury of several does not. */
public enum Mechanism {
    /** Yes-or-no checks of wordings; sees words, not meaning. */
    RUBRIC,
    /** Distance from an expected answer. */
    REFERENCE,
    /** A language model's opinion. */
    MODEL;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Mechanism of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
