package dev.touchstone.events;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a person can decide. Asking for a stage again is not a decision, but a {@link ReviewerStatement.RetryRequested}. */
@RegisterForReflection
public enum Decision {

    APPROVED,
    REJECTED;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException for anything but {@code approved} and {@code rejected}
     */
    @JsonCreator
    public static Decision of(String key) {
        for (Decision decision : values()) {
            if (decision.key().equals(key)) {
                return decision;
            }
        }
        throw new IllegalArgumentException("A decision is 'approved' or 'rejected'");
    }
}
