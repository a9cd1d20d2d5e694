package dev.touchstone.review;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How far one attempt of one stage is. A stage without an attempt is pending; that is no status of an attempt. */
public enum AttemptStatus {

    REQUESTED,
    RUNNING,
    COMPLETED,
    FAILED,
    SKIPPED,
    SUPERSEDED;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static AttemptStatus of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
