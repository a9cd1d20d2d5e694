package dev.touchstone.review;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a review stands, in the words of the submission API. */
public enum CaseState {

    AWAITING_DECISION,
    IN_REVIEW,
    PUBLISHED,
    REJECTED,
    CANCELLED;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static CaseState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing more happens unless a new round begins. */
    public boolean isTerminal() {
        return switch (this) {
            case AWAITING_DECISION, IN_REVIEW -> false;
            case PUBLISHED, REJECTED, CANCELLED -> true;
        };
    }
}
