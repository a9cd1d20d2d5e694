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
    SUPERSEDED,
    CANCELLED;

    /** Whether a result may still come that counts. */
    public boolean isOpen() {
        return switch (this) {
            case REQUESTED, RUNNING -> true;
            case COMPLETED, FAILED, SKIPPED, SUPERSEDED, CANCELLED -> false;
        };
    }

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static AttemptStatus of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
