package dev.touchstone.events;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How much attention an event asks for. It follows from the kind of the event and is never chosen by a sender. */
@RegisterForReflection
public enum Severity {

    INFO,
    WARN,
    ERROR;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Severity of(EventBody body) {
        return switch (body) {
            case StageStatement statement -> of(statement);
            case OwnerStatement statement -> of(statement);
            case ReviewerStatement statement -> of(statement);
            case RecordStatement statement -> of(statement);
            case UnknownBody ignored -> INFO;
        };
    }

    private static Severity of(StageStatement statement) {
        return switch (statement) {
            case StageStatement.Started ignored -> INFO;
            case StageStatement.Progressed ignored -> INFO;
            case StageStatement.Completed ignored -> INFO;
            case StageStatement.Failed ignored -> ERROR;
            case StageStatement.EscalatedToHuman ignored -> WARN;
            case StageStatement.EgressRefused ignored -> WARN;
            case StageStatement.LlmOverrideReceived ignored -> INFO;
            case StageStatement.LlmOverrideApplied ignored -> INFO;
            case StageStatement.VerdictApproved ignored -> INFO;
            case StageStatement.VerdictManual ignored -> WARN;
            case StageStatement.VerdictRejected ignored -> WARN;
            case StageStatement.DecisionPending ignored -> WARN;
            case StageStatement.HumanDecision ignored -> INFO;
            case StageStatement.DecisionOverridden ignored -> WARN;
            case StageStatement.Published ignored -> INFO;
            case StageStatement.Rejected ignored -> WARN;
        };
    }

    private static Severity of(OwnerStatement statement) {
        return switch (statement) {
            case OwnerStatement.Requested ignored -> INFO;
            case OwnerStatement.Skipped ignored -> INFO;
            case OwnerStatement.Stalled ignored -> ERROR;
            case OwnerStatement.Superseded ignored -> WARN;
            case OwnerStatement.TrustScoreCalculated ignored -> INFO;
            case OwnerStatement.AutoApproved ignored -> INFO;
            case OwnerStatement.AutoRejected ignored -> WARN;
            case OwnerStatement.RequiresHumanReview ignored -> WARN;
            case OwnerStatement.Cancelled ignored -> INFO;
        };
    }

    private static Severity of(ReviewerStatement statement) {
        return switch (statement) {
            case ReviewerStatement.RetryRequested ignored -> INFO;
            case ReviewerStatement.LedgerUploadFailed ignored -> ERROR;
            case ReviewerStatement.LedgerUploadRetrySucceeded ignored -> INFO;
        };
    }

    private static Severity of(RecordStatement statement) {
        return switch (statement) {
            case RecordStatement.LedgerAppended ignored -> INFO;
            case RecordStatement.RunStateChanged ignored -> INFO;
            case RecordStatement.RunAliased ignored -> WARN;
            case RecordStatement.RunStopped ignored -> WARN;
            case RecordStatement.ArtifactLogged ignored -> INFO;
            case RecordStatement.ArtifactNotLogged ignored -> WARN;
        };
    }
}
