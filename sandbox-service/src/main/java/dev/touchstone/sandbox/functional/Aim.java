package dev.touchstone.sandbox.functional;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a turn's expectation is, and so how an answer is measured against it. */
enum Aim {

    /** It says what an answer should be about; nothing in it has to be repeated. */
    TOPIC,
    /** It is an answer: its figures, names and code belong into every other one. */
    ANSWER,
    /** What was answered before, in one sentence; measured against the agent's own earlier answer. */
    SHORTER;

    @JsonValue
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Aim of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
