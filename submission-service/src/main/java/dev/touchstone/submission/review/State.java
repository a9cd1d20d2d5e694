package dev.touchstone.submission.review;

import java.util.Locale;

import dev.touchstone.submission.review.StageLog.Stall;

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

    /** Why the review stands where it does, for people. */
    public static String reason(ReviewState state) {
        return switch (state) {
            case ReviewState.Open open -> open.history().log(open.stage()).map(log -> reason(open, log))
                    .orElse(open.stage().key());
            case ReviewState.Published published -> String.valueOf(published.history().conclusion().approvedBecause());
            case ReviewState.Rejected rejected -> rejected.statusReason() + ": " + String.join(" ", rejected.reasons());
            case ReviewState.Cancelled cancelled -> "Cancelled by " + cancelled.by() + ": " + cancelled.reason();
        };
    }

    private static String reason(ReviewState.Open open, StageLog log) {
        Stall stall = log.pace().stall();
        if (log.status() != StageLog.Status.STALLED || stall == null) {
            return String.valueOf(log.notes().message());
        }
        String what = log.pace().startedAt() == null ? " was asked for and has not started since " : " has not ended since ";
        return open.stage().key() + what + stall.since() + "; it was offered again"
                + (stall.offers() == 1 ? "" : " " + stall.offers() + " times");
    }
}
