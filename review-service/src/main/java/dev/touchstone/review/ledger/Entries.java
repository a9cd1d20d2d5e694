package dev.touchstone.review.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.ReviewerStatement;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.review.ledger.check.CanonicalJson;
import dev.touchstone.review.ledger.check.Entry;
import dev.touchstone.review.ledger.check.Hashes;

/**
 * What the ledger says of an event, if it says anything. An entry depends on the event and its place in the ledger alone:
 * no clock, no state, so that the same events in the same order give the same bytes again.
 */
final class Entries {

    private static final ObjectMapper JSON = EventJson.mapper();
    private static final int FORMAT = 1;
    private static final List<String> OF_AN_EVENT = List.of("submissionId", "workflowRunId", "agentId", "revision", "stage",
            "attempt", "eventId", "sequence", "actor", "wandbRunId", "eventDigest");

    private Entries() {
    }

    /**
     * The entry, or empty for what is not kept: requests, progress, and what is said about the record itself.
     *
     * @param payload the event as it came; the entry holds the hash of its canonical form
     */
    static Optional<Entry> of(StageEvent event, byte[] payload, Head head) {
        return facts(event).map(facts -> {
            ObjectNode entry = envelope(event, head).setAll(facts);
            entry.put("eventDigest",
                    "sha256:" + Hashes.plain(CanonicalJson.of(new String(payload, StandardCharsets.UTF_8))));
            return Entry.of(head.nextIndex(), CanonicalJson.of(entry.toString()));
        });
    }

    /** Of what is about the installation: what belongs to a submission, an attempt or an event is null. */
    static Entry of(PolicyActivation activation, Head head) {
        ObjectNode entry = place(head);
        for (String none : OF_AN_EVENT) {
            entry.putNull(none);
        }
        entry.put("event", "policy_activated").put("generatedAt", activation.activatedAt().toString());
        entry.putArray("artifacts");
        entry.put("activation", activation.number()).put("policyVersion", activation.version());
        entry.put("reason", activation.reason()).put("activatedBy", activation.activatedBy());
        return Entry.of(head.nextIndex(), CanonicalJson.of(entry.toString()));
    }

    private static ObjectNode place(Head head) {
        return JSON.createObjectNode().put("format", FORMAT).put("index", head.nextIndex())
                .put("previousHash", head.lastHash()).put("previousOfSubmission", head.lastOfSubmission());
    }

    private static ObjectNode envelope(StageEvent event, Head head) {
        ObjectNode entry = place(head);
        entry.put("submissionId", event.submissionId().toString());
        entry.put("workflowRunId", event.review().workflowRunId().toString());
        entry.put("agentId", event.review().agentId()).put("revision", event.review().revision());
        entry.put("stage", event.stage().key()).put("attempt", event.attempt());
        entry.put("event", event.event()).put("eventId", event.id().toString());
        entry.put("sequence", event.position().sequence());
        // The event's own time: the time of recording would differ between two recordings of the same review.
        entry.put("generatedAt", event.origin().occurredAt().toString());
        entry.set("actor", JSON.valueToTree(event.origin().actor()));
        entry.put("wandbRunId", event.review().wandbRun().runId());
        ArrayNode artifacts = entry.putArray("artifacts");
        for (ArtifactRef artifact : event.evidence().artifacts()) {
            artifacts.addObject().put("name", artifact.name()).put("digest", artifact.digest());
        }
        return entry;
    }

    private static Optional<ObjectNode> facts(StageEvent event) {
        return switch (event.body()) {
            case StageStatement statement -> facts(statement);
            case OwnerStatement statement -> facts(statement);
            case ReviewerStatement.RetryRequested retry ->
                Optional.of(llm(retry.llmOverride()).put("reason", retry.reason()));
            case ReviewerStatement.LedgerUploadFailed ignored -> Optional.empty();
            case ReviewerStatement.LedgerUploadRetrySucceeded ignored -> Optional.empty();
            case RecordStatement ignored -> Optional.empty();
            // What it means is not known, so whether it is a conclusion is not either; its text is in the timeline.
            case UnknownBody ignored -> Optional.empty();
        };
    }

    private static Optional<ObjectNode> facts(StageStatement statement) {
        return switch (statement) {
            case StageStatement.Started ignored -> Optional.empty();
            case StageStatement.Progressed ignored -> Optional.empty();
            case StageStatement.Completed completed -> Optional.of(completed(completed));
            case StageStatement.Failed failed -> Optional.of(metrics(failed.metrics())
                    .put("reasonCode", failed.reasonCode()).set("reasons", JSON.valueToTree(failed.failReasons())));
            case StageStatement.EscalatedToHuman escalated -> Optional.of(reason(escalated.reason()));
            case StageStatement.EgressRefused refused -> Optional.of(reason(refused.detail()).put("code", refused.code())
                    .put("target", refused.target()).put("calls", refused.calls()));
            case StageStatement.LlmOverrideReceived received ->
                Optional.of(llm(received.settings()).put("requestedBy", received.requestedBy()));
            case StageStatement.LlmOverrideApplied applied -> Optional.of(llm(applied.settings()));
            case StageStatement.VerdictApproved verdict -> verdict("approve", verdict.score(), verdict.jurors());
            case StageStatement.VerdictManual verdict -> verdict("manual", verdict.score(), verdict.jurors());
            case StageStatement.VerdictRejected verdict -> verdict("reject", verdict.score(), verdict.jurors());
            case StageStatement.DecisionPending ignored -> Optional.empty();
            case StageStatement.HumanDecision decision -> Optional.of(decision(decision.decision().key(),
                    decision.notes(), decision.decidedBy()).put("sourceStage", decision.sourceStage().key()));
            case StageStatement.DecisionOverridden decision -> Optional.of(overridden(decision));
            case StageStatement.Published published -> Optional.of(reason(published.statusReason())
                    .put("catalogUrl", published.catalogUrl().toString()).put("trustScore", published.trustScore()));
            case StageStatement.Rejected rejected -> Optional
                    .of(reason(rejected.statusReason()).set("reasons", JSON.valueToTree(rejected.reasons())));
        };
    }

    private static Optional<ObjectNode> facts(OwnerStatement statement) {
        return switch (statement) {
            case OwnerStatement.Requested ignored -> Optional.empty();
            case OwnerStatement.Skipped skipped -> Optional.of(reason(skipped.reason()));
            case OwnerStatement.Stalled ignored -> Optional.empty();
            case OwnerStatement.Superseded late ->
                Optional.of(reason(late.reason()).put("lateEvent", late.event()));
            case OwnerStatement.TrustScoreCalculated score -> Optional.of(JSON.createObjectNode()
                    .put("trustScore", score.score()).put("policyVersion", score.policyVersion())
                    .set("breakdown", JSON.valueToTree(score.breakdown())));
            case OwnerStatement.AutoApproved approved -> Optional.of(JSON.createObjectNode()
                    .set("reasons", JSON.valueToTree(approved.reasons())));
            case OwnerStatement.AutoRejected rejected -> Optional.of(JSON.createObjectNode()
                    .set("reasons", JSON.valueToTree(rejected.reasons())));
            case OwnerStatement.RequiresHumanReview review -> Optional.of(reason(review.escalationReason()));
            case OwnerStatement.Cancelled cancelled -> Optional.of(reason(cancelled.reason()));
        };
    }

    private static ObjectNode completed(StageStatement.Completed completed) {
        ObjectNode facts = metrics(completed.metrics());
        // Stages that rule or decide say so in their summary; the rest of it is in the artifacts.
        for (String ruling : new String[] { "verdict", "decision" }) {
            if (completed.summary().path(ruling).isTextual()) {
                facts.set(ruling, completed.summary().get(ruling));
            }
        }
        return facts;
    }

    private static ObjectNode metrics(Map<String, @Nullable Double> metrics) {
        return JSON.createObjectNode().set("metrics", JSON.valueToTree(metrics));
    }

    private static ObjectNode reason(String reason) {
        return JSON.createObjectNode().put("reason", reason);
    }

    private static Optional<ObjectNode> verdict(String verdict, @Nullable Double score, int jurors) {
        return Optional.of(JSON.createObjectNode().put("verdict", verdict).put("score", score).put("jurors", jurors));
    }

    private static ObjectNode decision(String decision, @Nullable String notes, String decidedBy) {
        return JSON.createObjectNode().put("decision", decision).put("notes", notes).put("decidedBy", decidedBy);
    }

    /** Both people and both reasons: that two agreed is what makes it a decision. */
    private static ObjectNode overridden(StageStatement.DecisionOverridden told) {
        ObjectNode facts = decision(told.decision().key(), told.notes(), told.decidedBy()).put("overrides", told.overrides());
        if (told.proposal() != null) {
            facts.set("proposal", JSON.valueToTree(told.proposal()));
        }
        return facts;
    }

    private static ObjectNode llm(@Nullable LlmSettings settings) {
        ObjectNode facts = JSON.createObjectNode();
        if (settings != null) {
            facts.set("llmSettings", JSON.valueToTree(settings));
        }
        return facts;
    }
}
