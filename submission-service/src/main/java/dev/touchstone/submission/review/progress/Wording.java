package dev.touchstone.submission.review.progress;

import dev.touchstone.events.Stage;
import dev.touchstone.submission.review.ReviewState;
import dev.touchstone.submission.review.StageLog;
import dev.touchstone.submission.review.State;

/** Says to a client, who need not know the stages, where a review stands and what comes next. */
final class Wording {

    private Wording() {
    }

    static String statusReason(ReviewState state) {
        return switch (state) {
            case ReviewState.Working working -> working.history().log(working.stage())
                    .map(log -> underWay(working, log)).orElseGet(() -> State.reason(working));
            case ReviewState.AwaitingDecision waiting -> State.reason(waiting);
            case ReviewState.Ended ended -> State.reason(ended);
        };
    }

    private static String underWay(ReviewState.Working working, StageLog log) {
        String name = name(working.stage());
        return switch (log.status()) {
            case REQUESTED -> name + " is about to start: " + log.notes().message();
            case RUNNING -> name + " is running" + counted(log) + ": " + log.notes().message();
            case STALLED, COMPLETED, FAILED, SUPERSEDED -> State.reason(working);
        };
    }

    private static String counted(StageLog log) {
        return log.pace().done() == null || log.pace().total() == null ? ""
                : " (" + log.pace().done() + " of " + log.pace().total() + ")";
    }

    static String nextStep(ReviewState state) {
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
