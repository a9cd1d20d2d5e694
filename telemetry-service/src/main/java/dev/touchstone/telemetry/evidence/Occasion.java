package dev.touchstone.telemetry.evidence;

import java.util.Optional;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.ReviewerStatement;
import dev.touchstone.events.StageStatement;
import dev.touchstone.events.UnknownBody;

/** What somebody may want to be told of at once. */
enum Occasion {
    GATE_FAILED("gate failed"),
    ATTEMPT_FAILED("could not be examined"),
    ESCALATED_TO_HUMAN("asks for a person"),
    STALLED("has stalled"),
    VERDICT_MANUAL("jury leaves it to a person"),
    VERDICT_REJECTED("jury rejects"),
    DECISION_PENDING("awaits a decision"),
    PUBLISHED("published"),
    REJECTED("rejected"),
    CANCELLED("cancelled"),
    LEDGER_UPLOAD_FAILED("ledger not handed over");

    private static final String GATE = "gate_failed";

    private final String words;

    Occasion(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Optional<Occasion> of(EventBody body) {
        return switch (body) {
            case StageStatement statement -> of(statement);
            case OwnerStatement.Stalled ignored -> Optional.of(STALLED);
            case OwnerStatement.Cancelled ignored -> Optional.of(CANCELLED);
            case OwnerStatement ignored -> Optional.empty();
            case ReviewerStatement.LedgerUploadFailed ignored -> Optional.of(LEDGER_UPLOAD_FAILED);
            case ReviewerStatement ignored -> Optional.empty();
            case RecordStatement ignored -> Optional.empty();
            case UnknownBody ignored -> Optional.empty();
        };
    }

    private static Optional<Occasion> of(StageStatement statement) {
        return switch (statement) {
            case StageStatement.Failed failed -> Optional.of(failed.reasonCode().equals(GATE) ? GATE_FAILED : ATTEMPT_FAILED);
            case StageStatement.EscalatedToHuman ignored -> Optional.of(ESCALATED_TO_HUMAN);
            case StageStatement.VerdictManual ignored -> Optional.of(VERDICT_MANUAL);
            case StageStatement.VerdictRejected ignored -> Optional.of(VERDICT_REJECTED);
            case StageStatement.DecisionPending ignored -> Optional.of(DECISION_PENDING);
            case StageStatement.Published ignored -> Optional.of(PUBLISHED);
            case StageStatement.Rejected ignored -> Optional.of(REJECTED);
            case StageStatement.Started ignored -> Optional.empty();
            case StageStatement.Progressed ignored -> Optional.empty();
            case StageStatement.Completed ignored -> Optional.empty();
            case StageStatement.EgressRefused ignored -> Optional.empty();
            case StageStatement.LlmOverrideReceived ignored -> Optional.empty();
            case StageStatement.LlmOverrideApplied ignored -> Optional.empty();
            case StageStatement.VerdictApproved ignored -> Optional.empty();
            case StageStatement.HumanDecision ignored -> Optional.empty();
            case StageStatement.DecisionOverridden ignored -> Optional.empty();
        };
    }
}
