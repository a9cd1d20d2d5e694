package dev.touchstone.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names of the known kinds. One list, so that a name is written once. */
public final class EventKinds {

    private static final Map<String, Class<? extends EventBody>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("requested", OwnerStatement.Requested.class);
        BY_NAME.put("started", StageStatement.Started.class);
        BY_NAME.put("progressed", StageStatement.Progressed.class);
        BY_NAME.put("completed", StageStatement.Completed.class);
        BY_NAME.put("failed", StageStatement.Failed.class);
        BY_NAME.put("skipped", OwnerStatement.Skipped.class);
        BY_NAME.put("retry_requested", ReviewerStatement.RetryRequested.class);
        BY_NAME.put("stalled", OwnerStatement.Stalled.class);
        BY_NAME.put("superseded", OwnerStatement.Superseded.class);
        BY_NAME.put("escalated_to_human", StageStatement.EscalatedToHuman.class);
        BY_NAME.put("egress_refused", StageStatement.EgressRefused.class);
        BY_NAME.put("llm_override_received", StageStatement.LlmOverrideReceived.class);
        BY_NAME.put("llm_override_applied", StageStatement.LlmOverrideApplied.class);
        BY_NAME.put("verdict_approved", StageStatement.VerdictApproved.class);
        BY_NAME.put("verdict_manual", StageStatement.VerdictManual.class);
        BY_NAME.put("verdict_rejected", StageStatement.VerdictRejected.class);
        BY_NAME.put("trust_score_calculated", OwnerStatement.TrustScoreCalculated.class);
        BY_NAME.put("auto_approved", OwnerStatement.AutoApproved.class);
        BY_NAME.put("auto_rejected", OwnerStatement.AutoRejected.class);
        BY_NAME.put("requires_human_review", OwnerStatement.RequiresHumanReview.class);
        BY_NAME.put("decision_pending", StageStatement.DecisionPending.class);
        BY_NAME.put("human_decision", StageStatement.HumanDecision.class);
        BY_NAME.put("decision_overridden", StageStatement.DecisionOverridden.class);
        BY_NAME.put("published", StageStatement.Published.class);
        BY_NAME.put("rejected", StageStatement.Rejected.class);
        BY_NAME.put("cancelled", OwnerStatement.Cancelled.class);
        BY_NAME.put("ledger_upload_failed", ReviewerStatement.LedgerUploadFailed.class);
        BY_NAME.put("ledger_upload_retry_succeeded", ReviewerStatement.LedgerUploadRetrySucceeded.class);
        BY_NAME.put("ledger_appended", RecordStatement.LedgerAppended.class);
        BY_NAME.put("run_state_changed", RecordStatement.RunStateChanged.class);
        BY_NAME.put("run_aliased", RecordStatement.RunAliased.class);
        BY_NAME.put("run_stopped", RecordStatement.RunStopped.class);
        BY_NAME.put("artifact_logged", RecordStatement.ArtifactLogged.class);
        BY_NAME.put("artifact_not_logged", RecordStatement.ArtifactNotLogged.class);
    }

    private static final Map<Class<? extends EventBody>, String> NAMES = BY_NAME.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private EventKinds() {
    }

    /** The kind of this name, or empty if this version does not know it. */
    public static Optional<Class<? extends EventBody>> named(String event) {
        return Optional.ofNullable(BY_NAME.get(event));
    }

    /** All names, in the order of a review. */
    public static Iterable<String> names() {
        return BY_NAME.keySet();
    }

    public static String nameOf(EventBody body) {
        if (body instanceof UnknownBody unknown) {
            return unknown.event();
        }
        String name = NAMES.get(body.getClass());
        if (name == null) {
            throw new IllegalStateException(body.getClass() + " has no name in EventKinds");
        }
        return name;
    }
}
