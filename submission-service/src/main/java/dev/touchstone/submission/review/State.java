package dev.touchstone.submission.review;

import java.util.Locale;

/** A review's state in the words of clients. */
public enum State {

    IN_REVIEW,
    AWAITING_DECISION,
    PUBLISHED,
    REJECTED,
    CANCELLED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State of(ReviewState state) {
        return switch (state) {
            case ReviewState.Working ignored -> IN_REVIEW;
            case ReviewState.AwaitingDecision ignored -> AWAITING_DECISION;
            case ReviewState.Published ignored -> PUBLISHED;
            case ReviewState.Rejected ignored -> REJECTED;
            case ReviewState.Cancelled ignored -> CANCELLED;
        };
    }
}
