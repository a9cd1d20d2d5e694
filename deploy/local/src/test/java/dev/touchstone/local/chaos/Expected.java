package dev.touchstone.local.chaos;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.OwnerStatement.Cancelled;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.RecordStatement.LedgerAppended;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Rejected;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.StageStatement.VerdictApproved;
import dev.touchstone.events.StageStatement.VerdictRejected;

/**
 * What a run must say at last, worked out from its events in their causal order and from nothing else: the service that is
 * tested sees them in another order, some twice, and keeps what it has seen between its deaths.
 */
final class Expected {

    private record Attempt(UUID round, int number) {
    }

    private final Map<String, Object> summary = new TreeMap<>();
    private final Map<Stage, Attempt> latest = new EnumMap<>(Stage.class);
    private int exitCode = -1;

    private Expected() {
    }

    static Expected of(List<StageEvent> inOrder) {
        Expected expected = new Expected();
        inOrder.forEach(expected::apply);
        return expected;
    }

    /** Whether the review ends with it, for now. */
    static boolean isEnd(EventBody body) {
        return body instanceof Published || body instanceof Rejected || body instanceof Cancelled;
    }

    int exitCode() {
        return exitCode;
    }

    /** Numbers and texts by key; times and durations are left out. */
    Map<String, Object> summary() {
        return summary;
    }

    private void apply(StageEvent event) {
        Attempt attempt = new Attempt(event.review().workflowRunId(), event.attempt());
        if (event.body() instanceof Requested) {
            latest.put(event.stage(), attempt);
        } else if (!(event.body() instanceof StageStatement) || attempt.equals(latest.getOrDefault(event.stage(), attempt))) {
            takeOver(event, event.stage().key() + "/");
        }
    }

    private void takeOver(StageEvent event, String stage) {
        switch (event.body()) {
            case Started ignored -> {
                summary.keySet().removeIf(key -> key.startsWith(stage));
                ended(stage, "running", event.attempt(), Map.of());
            }
            case Completed completed -> ended(stage, "completed", event.attempt(), completed.metrics());
            case Failed failed -> {
                ended(stage, "failed", event.attempt(), failed.metrics());
                summary.put(stage + "reason_code", failed.reasonCode());
            }
            case VerdictApproved verdict -> verdict("approve", verdict.score());
            case VerdictRejected verdict -> verdict("reject", verdict.score());
            case HumanDecision human -> {
                summary.put("human/decision", human.decision() == Decision.APPROVED ? 1.0 : 0.0);
                summary.put("human/decision_state", human.decision().key());
            }
            case TrustScoreCalculated trust -> trust(trust);
            case LedgerAppended entry -> {
                summary.put("ledger/head_index", (double) entry.index());
                summary.put("ledger/head_leaf_hash", entry.leafHash());
            }
            case Published ended -> end("published", ended.statusReason(), 0);
            case Rejected ended -> end("rejected", ended.statusReason(), 1);
            case Cancelled ended -> end("cancelled", ended.reason(), 1);
            default -> {
                // Nothing else changes a summary.
            }
        }
    }

    private void ended(String stage, String status, int attempt, Map<String, @Nullable Double> metrics) {
        summary.put(stage + "status", status);
        summary.put(stage + "attempt", (double) attempt);
        metrics.forEach((name, value) -> {
            if (value != null) {
                summary.put(stage + name, value);
            }
        });
    }

    private void verdict(String verdict, @Nullable Double score) {
        summary.put("judge/verdict", verdict);
        if (score != null) {
            summary.put("judge/verdict_score", score);
        }
    }

    private void trust(TrustScoreCalculated trust) {
        if (trust.score() != null) {
            summary.put("trust_score", trust.score());
        }
        trust.breakdown().forEach(part -> {
            if (part.points() != null) {
                summary.put("trust_score/" + part.component(), part.points());
            }
        });
    }

    private void end(String state, String reason, int code) {
        summary.put("review/state", state);
        summary.put("review/state_reason", reason);
        exitCode = code;
    }
}
