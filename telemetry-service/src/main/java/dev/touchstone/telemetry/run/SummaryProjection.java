package dev.touchstone.telemetry.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Decision;
import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.ReviewerStatement;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.telemetry.wandb.ExtendedJson;

/**
 * What a run's summary says after an event: how each stage stands, final figures, verdict, decision, trust score, head
 * of the ledger, how long each stage and the review took, and how often a person was asked, a stage made again or another LLM
 * asked for. Only what these say enters it; the history has the rest.
 */
final class SummaryProjection {

    private static final String STARTED = "review/started_at";

    private final Map<String, JsonNode> summary;
    private final StageEvent event;
    private final String stage;

    private SummaryProjection(Map<String, JsonNode> before, StageEvent event) {
        this.summary = new LinkedHashMap<>(before);
        this.event = event;
        this.stage = event.stage().key() + "/";
    }

    static Map<String, JsonNode> after(Map<String, JsonNode> before, StageEvent event) {
        SummaryProjection projection = new SummaryProjection(before, event);
        projection.apply();
        return projection.summary;
    }

    private void apply() {
        summary.putIfAbsent(STARTED, ExtendedJson.node(seconds(event.origin().occurredAt())));
        switch (event.body()) {
            case StageStatement statement -> apply(statement);
            case OwnerStatement.TrustScoreCalculated trust -> trustScore(trust);
            case OwnerStatement.Cancelled cancelled -> reviewEnded("cancelled", cancelled.reason());
            case OwnerStatement.Requested requested when requested.escalation() != null -> count("review/escalations");
            case ReviewerStatement.RetryRequested ignored -> count("review/retries");
            case RecordStatement.LedgerAppended entry -> ledgerHead(entry);
            case OwnerStatement ignored -> {
            }
            case ReviewerStatement ignored -> {
            }
            case RecordStatement ignored -> {
            }
            case UnknownBody ignored -> {
            }
        }
        if (event.evidence().links().containsKey("review")) {
            put("review/url", String.valueOf(event.evidence().links().get("review")));
        }
    }

    private void apply(StageStatement statement) {
        switch (statement) {
            case StageStatement.Started ignored -> started();
            case StageStatement.Completed completed -> ended("completed", completed.metrics());
            case StageStatement.Failed failed -> {
                ended("failed", failed.metrics());
                put(stage + "reason_code", failed.reasonCode());
            }
            case StageStatement.VerdictApproved verdict -> verdict("approve", verdict.score());
            case StageStatement.VerdictManual verdict -> verdict("manual", verdict.score());
            case StageStatement.VerdictRejected verdict -> verdict("reject", verdict.score());
            case StageStatement.HumanDecision human -> decision(human.decision(), human.notes());
            case StageStatement.DecisionOverridden human -> decision(human.decision(), human.notes());
            case StageStatement.Published published -> reviewEnded("published", published.statusReason());
            case StageStatement.Rejected rejected -> reviewEnded("rejected", rejected.statusReason());
            case StageStatement.LlmOverrideReceived override -> overridden(override);
            case StageStatement.LlmOverrideApplied ignored -> {
                count("llm_override/applied");
                put("llm_override/applied_attempt", event.attempt());
            }
            case StageStatement.EgressRefused refused -> add(stage + "refused_calls", refused.calls());
            case StageStatement.Progressed ignored -> {
            }
            case StageStatement.EscalatedToHuman ignored -> {
            }
            case StageStatement.DecisionPending ignored -> {
            }
        }
    }

    /** A new attempt: figures of the one before must not be taken for its own. */
    private void started() {
        summary.keySet().removeIf(key -> key.startsWith(stage));
        put(stage + "status", "running");
        put(stage + "attempt", event.attempt());
        put(stage + "started_at", seconds(event.origin().occurredAt()));
    }

    private void ended(String status, Map<String, @Nullable Double> metrics) {
        put(stage + "status", status);
        put(stage + "attempt", event.attempt());
        duration(stage + "duration_seconds", summary.get(stage + "started_at"));
        metrics.forEach((name, value) -> putMeasured(stage + name, value));
    }

    private void verdict(String verdict, @Nullable Double score) {
        put("judge/verdict", verdict);
        putMeasured("judge/verdict_score", score);
    }

    /** Not below the stage's own keys: this is told before the attempt starts, and stays when the next one does. */
    private void overridden(StageStatement.LlmOverrideReceived override) {
        count("llm_override/received");
        put("llm_override/received_attempt", event.attempt());
        put("llm_override/requested_by", override.requestedBy());
    }

    private void decision(Decision decision, @Nullable String notes) {
        put("human/decision", decision == Decision.APPROVED ? 1 : 0);
        put("human/decision_state", decision.key());
        if (notes == null) {
            summary.remove("human/decision_notes");
        } else {
            put("human/decision_notes", notes);
        }
    }

    private void trustScore(OwnerStatement.TrustScoreCalculated trust) {
        summary.keySet().removeIf(key -> key.startsWith("trust_score"));
        putMeasured("trust_score", trust.score());
        trust.breakdown().forEach(part -> putMeasured("trust_score/" + part.component(), part.points()));
        put("trust_score/policy_version", trust.policyVersion());
    }

    private void reviewEnded(String state, String reason) {
        put("review/state", state);
        put("review/state_reason", reason);
        duration("review/duration_seconds", summary.get(STARTED));
    }

    private void count(String key) {
        add(key, 1);
    }

    /** Events are heard once each, so they can be counted. */
    private void add(String key, int more) {
        JsonNode before = summary.get(key);
        put(key, before == null ? more : before.asLong() + more);
    }

    /** From another event to this one; topics may overtake each other, and nothing takes less than no time. */
    private void duration(String key, @Nullable JsonNode from) {
        if (from != null) {
            put(key, seconds(event.origin().occurredAt()).subtract(from.decimalValue()).max(BigDecimal.ZERO));
        }
    }

    /** Entries come in order of one submission, but redelivery after a rebalance may bring an older one last. */
    private void ledgerHead(RecordStatement.LedgerAppended entry) {
        JsonNode head = summary.get("ledger/head_index");
        if (head == null || head.asLong() <= entry.index()) {
            put("ledger/head_index", entry.index());
            put("ledger/head_leaf_hash", entry.leafHash());
        }
    }

    private void putMeasured(String key, @Nullable Double value) {
        if (value == null) {
            summary.remove(key);
        } else {
            put(key, value);
        }
    }

    private void put(String key, Object value) {
        summary.put(key, ExtendedJson.node(value));
    }

    private static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, time), 6);
    }

    /** Reads a stored summary. */
    static Map<String, JsonNode> read(String json) {
        Map<String, JsonNode> summary = new LinkedHashMap<>();
        ExtendedJson.read(json).properties().forEach(member -> summary.put(member.getKey(), member.getValue()));
        return summary;
    }
}
