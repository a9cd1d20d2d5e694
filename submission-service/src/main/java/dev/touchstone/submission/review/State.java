package dev.touchstone.submission.review;

import java.util.Locale;

/** A review's state in the clients' words. */
public enum State {

    IN_REVIEW,
    AWAITING_DECISION,
    PUBLISHED,
    REJECTED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State of(ReviewState state) {
        return switch (state) {
            case ReviewState.Prechecking ignored -> IN_REVIEW;
            case ReviewState.Testing ignored -> IN_REVIEW;
            case ReviewState.Judging ignored -> IN_REVIEW;
            case ReviewState.AwaitingDecision ignored -> AWAITING_DECISION;
            case ReviewState.Publishing ignored -> IN_REVIEW;
            case ReviewState.Published ignored -> PUBLISHED;
            case ReviewState.Rejected ignored -> REJECTED;
        };
    }
}
