package dev.touchstone.submission.review;

import java.util.Objects;

import dev.touchstone.events.Stage;
import dev.touchstone.submission.review.StageLog.Stall;

/** Says to a client, who need not know the stages, where a review stands and what comes next. */
public final class Wording {

    private Wording() {
    }

    /** Why the review stands where it does. */
    public static String statusReason(ReviewState state) {
        return switch (state) {
            case ReviewState.Open open -> open.history().log(open.stage()).map(log -> waitedFor(open.stage(), log))
                    .orElse(open.stage().key());
            case ReviewState.Published published -> String.valueOf(published.history().conclusion().approvedBecause());
            case ReviewState.Rejected rejected -> rejected.statusReason() + ": " + String.join(" ", rejected.reasons());
            case ReviewState.Cancelled cancelled -> "Cancelled by " + cancelled.by() + ": " + cancelled.reason();
        };
    }

    private static String waitedFor(Stage stage, StageLog log) {
        String message = String.valueOf(log.notes().message());
        // What a person is asked is the message itself.
        return stage == Stage.HUMAN ? message : switch (log.status()) {
            case REQUESTED -> name(stage) + " is about to start: " + message;
            case RUNNING -> name(stage) + " is running" + counted(log) + ": " + message;
            case STALLED -> stalled(stage, log);
            case COMPLETED, FAILED, SUPERSEDED -> message;
        };
    }

    private static String stalled(Stage stage, StageLog log) {
        Stall stall = Objects.requireNonNull(log.pace().stall(), "What has stalled knows since when");
        String what = log.pace().startedAt() == null ? " was asked for and has not started since " : " has not ended since ";
        return name(stage) + what + stall.since() + "; it was offered again"
                + (stall.offers() == 1 ? "" : " " + stall.offers() + " times");
    }

    private static String counted(StageLog log) {
        return log.pace().done() == null || log.pace().total() == null ? ""
                : " (" + log.pace().done() + " of " + log.pace().total() + ")";
    }

    public static String nextStep(ReviewState state) {
        return switch (state) {
            case ReviewState.Working working -> afterwards(working.stage());
            case ReviewState.AwaitingDecision ignored ->
                "A reviewer approves, rejects, or asks for a stage again. Waiting alone decides nothing.";
            case ReviewState.Published ignored -> "Nothing is left to do: the revision is in the catalog.";
            case ReviewState.Rejected ignored -> "Submit a better revision, or ask for a new round of this one.";
            case ReviewState.Cancelled ignored -> "Ask for a new round to have the revision reviewed after all.";
        };
    }

    private static String afterwards(Stage stage) {
        return switch (stage) {
            case PRECHECK -> "The security gate follows once the precheck has passed; violations reject the revision.";
            case SECURITY -> "The functional gate follows once the security gate has passed; otherwise a person is asked.";
            case FUNCTIONAL -> "The jury follows once the functional gate has passed; otherwise a person is asked.";
            case JUDGE -> "The policy approves, rejects, or asks a person, as the trust score says.";
            case HUMAN -> "A person decides.";
            case PUBLISH -> "The revision enters the catalog.";
        };
    }

    private static String name(Stage stage) {
        return switch (stage) {
            case PRECHECK -> "The precheck";
            case SECURITY -> "The security gate";
            case FUNCTIONAL -> "The functional gate";
            case JUDGE -> "The jury";
            case HUMAN -> "The decision";
            case PUBLISH -> "The publication";
        };
    }
}
