package dev.touchstone.judge.questions;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** From where a question looks at the agent. */
public enum Perspective {

    FUNCTIONAL,
    SAFETY,
    USABILITY;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Perspective of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
