package dev.touchstone.events;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The six stages of a review, in the order in which they are passed. */
@RegisterForReflection
public enum Stage {

    PRECHECK,
    SECURITY,
    FUNCTIONAL,
    JUDGE,
    HUMAN,
    PUBLISH;

    /** The lower-case name used in topics, headers, payloads, URLs and metric keys. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage that follows, if any. */
    public Optional<Stage> next() {
        return switch (this) {
            case PRECHECK -> Optional.of(SECURITY);
            case SECURITY -> Optional.of(FUNCTIONAL);
            case FUNCTIONAL -> Optional.of(JUDGE);
            case JUDGE -> Optional.of(HUMAN);
            case HUMAN -> Optional.of(PUBLISH);
            case PUBLISH -> Optional.empty();
        };
    }

    public boolean isBefore(Stage other) {
        return compareTo(other) < 0;
    }

    /**
     * @throws IllegalArgumentException if no stage has this key
     */
    @JsonCreator
    public static Stage of(String key) {
        for (Stage stage : values()) {
            if (stage.key().equals(key)) {
                return stage;
            }
        }
        throw new IllegalArgumentException("There is no stage '" + key + "'");
    }
}
