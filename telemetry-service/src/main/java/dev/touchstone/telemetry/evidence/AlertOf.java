package dev.touchstone.telemetry.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.ReviewerStatement;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement;
import dev.touchstone.events.UnknownBody;

/** Which alert an event brings by the operator's policy. Pure. */
final class AlertOf {

    /** W&amp;B wants titles of less than 64 characters. */
    private static final int LONGEST_TITLE = 63;
    private static final int LONGEST_REASON = 300;
    private static final int MOST_REASONS = 5;
    private static final int LONGEST_ID = 100;

    private AlertOf() {
    }

    static Optional<Plan.Alert> event(StageEvent event, Setting setting, Function<Occasion, Level> policy) {
        return Occasion.of(event.body()).filter(occasion -> policy.apply(occasion) != Level.OFF)
                .map(occasion -> new Plan.Alert(title(event, setting, occasion), text(event, setting), policy.apply(occasion)));
    }

    /** Says which attempt: W&amp;B holds back an alert whose title it has just shown. */
    private static String title(StageEvent event, Setting setting, Occasion occasion) {
        return Harmless.words(event.stage().key() + " " + occasion.words() + " (" + setting.round() + "." + event.attempt()
                + "): " + event.review().agentId(), LONGEST_TITLE);
    }

    private static String text(StageEvent event, Setting setting) {
        StringBuilder text = new StringBuilder("Agent " + Harmless.words(event.review().agentId(), LONGEST_ID) + ", revision "
                + Harmless.words(event.review().revision(), LONGEST_ID) + ": " + event.stage().key() + ", attempt "
                + event.attempt() + " of round " + setting.round() + ".");
        reasons(event.body()).stream().limit(MOST_REASONS)
                .forEach(reason -> text.append("\n- ").append(Harmless.words(reason, LONGEST_REASON)));
        if (setting.reviewUrl() != null) {
            text.append("\nReview: ").append(setting.reviewUrl());
        }
        return text.toString();
    }

    private static List<String> reasons(EventBody body) {
        return switch (body) {
            case StageStatement statement -> reasons(statement);
            case OwnerStatement.Cancelled cancelled -> List.of(cancelled.reason());
            case OwnerStatement ignored -> List.of();
            case ReviewerStatement.LedgerUploadFailed failed -> List.of(failed.reason());
            case ReviewerStatement ignored -> List.of();
            case RecordStatement ignored -> List.of();
            case UnknownBody ignored -> List.of();
        };
    }

    private static List<String> reasons(StageStatement statement) {
        return switch (statement) {
            case StageStatement.Failed failed -> failed.failReasons();
            case StageStatement.EscalatedToHuman escalated -> List.of(escalated.reason());
            case StageStatement.VerdictManual verdict -> verdict.reasons();
            case StageStatement.VerdictRejected verdict -> verdict.reasons();
            case StageStatement.DecisionPending pending -> List.of(pending.reason());
            case StageStatement.Published published -> List.of(published.statusReason());
            case StageStatement.Rejected rejected -> rejected.reasons();
            case StageStatement ignored -> List.of();
        };
    }
}
