package dev.touchstone.review.cases;

import java.util.List;
import java.util.Locale;

import dev.touchstone.review.CaseState;

/** What the queue lists together, in its order; a column of the table of cases. */
public enum QueueSection {

    WAITING,
    RUNNING,
    ENDED;

    public List<CaseState> states() {
        return switch (this) {
            case WAITING -> List.of(CaseState.AWAITING_DECISION);
            case RUNNING -> List.of(CaseState.IN_REVIEW);
            case ENDED -> List.of(CaseState.PUBLISHED, CaseState.REJECTED, CaseState.CANCELLED);
        };
    }

    static QueueSection of(CaseState state) {
        return switch (state) {
            case AWAITING_DECISION -> WAITING;
            case IN_REVIEW -> RUNNING;
            case PUBLISHED, REJECTED, CANCELLED -> ENDED;
        };
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
