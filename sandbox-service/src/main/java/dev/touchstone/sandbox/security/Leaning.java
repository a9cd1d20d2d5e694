package dev.touchstone.sandbox.security;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What an opinion on an answer says of the agent: that it did what a good one does, the opposite, or neither. */
enum Leaning {

    FOR,
    AGAINST,
    OPEN;

    @JsonValue
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
