package dev.touchstone.review.pages.timeline;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.ReviewerStatement;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.review.PublicAddress;
import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.submission.LlmWords;

/** What a line of the timeline says of its event beyond the name. */
final class Telling {

    private static final int LONGEST_DATA = 20_000;

    private Telling() {
    }

    static Shown of(StageEvent event, Formats formats) {
        return Shown.of(switch (event.body()) {
            case StageStatement statement -> of(statement, formats);
            case OwnerStatement statement -> of(statement, formats);
            case ReviewerStatement.RetryRequested retry -> retry.reason()
                    + (retry.llmOverride() == null ? "" : " · " + LlmWords.text(retry.llmOverride()));
            case ReviewerStatement.LedgerUploadFailed failed -> "#" + failed.index() + ": " + failed.reason();
            case ReviewerStatement.LedgerUploadRetrySucceeded succeeded -> "#" + succeeded.index();
            case RecordStatement.LedgerAppended appended -> "#" + appended.index();
            case RecordStatement.RunStateChanged run -> run.state().key() + ": " + run.reason();
            case RecordStatement.RunAliased aliased -> aliased.alias() + ": " + aliased.reason();
            case RecordStatement.RunStopped ignored -> "";
            case RecordStatement.ArtifactLogged artifact -> artifact.name();
            case RecordStatement.ArtifactNotLogged artifact -> artifact.name() + ": " + artifact.reason();
            case UnknownBody ignored -> "";
        });
    }

    private static String of(StageStatement statement, Formats formats) {
        return switch (statement) {
            case StageStatement.Started ignored -> "";
            case StageStatement.Progressed progress -> progress.done() + " / " + progress.total();
            case StageStatement.Completed completed -> lines(completed.warnings());
            case StageStatement.Failed failed -> failed.reasonCode() + ": " + lines(failed.failReasons());
            case StageStatement.EscalatedToHuman escalated -> escalated.reason();
            case StageStatement.EgressRefused refused -> refused.code() + " × " + refused.calls()
                    + (refused.target() == null ? "" : " · " + refused.target()) + " · " + refused.detail();
            case StageStatement.LlmOverrideReceived override -> override.requestedBy() + " · "
                    + LlmWords.text(override.settings());
            case StageStatement.LlmOverrideApplied override -> LlmWords.text(override.settings());
            case StageStatement.VerdictApproved verdict -> scored(formats.figure(verdict.score()), verdict.reasons());
            case StageStatement.VerdictManual verdict -> scored(formats.figure(verdict.score()), verdict.reasons());
            case StageStatement.VerdictRejected verdict -> scored(formats.figure(verdict.score()), verdict.reasons());
            case StageStatement.DecisionPending pending -> pending.reason();
            case StageStatement.HumanDecision decision -> decided(decision.decision().key(), decision.decidedBy(),
                    decision.notes());
            case StageStatement.DecisionOverridden decision -> decided(decision.decision().key(), decision.decidedBy()
                    + (decision.proposal() == null ? "" : " + " + decision.proposal().by()), decision.notes());
            case StageStatement.Published published -> published.statusReason();
            case StageStatement.Rejected rejected -> lines(rejected.reasons());
        };
    }

    private static String of(OwnerStatement statement, Formats formats) {
        return switch (statement) {
            case OwnerStatement.Requested request -> request.reason();
            case OwnerStatement.Skipped skipped -> skipped.reason();
            case OwnerStatement.Stalled stalled -> formats.time(stalled.since());
            case OwnerStatement.Superseded late -> late.event() + ": " + late.reason();
            case OwnerStatement.TrustScoreCalculated score -> scored(formats.figure(score.score()), score.reasoning());
            case OwnerStatement.AutoApproved approved -> lines(approved.reasons());
            case OwnerStatement.AutoRejected rejected -> lines(rejected.reasons());
            case OwnerStatement.RequiresHumanReview review -> review.escalationReason();
            case OwnerStatement.Cancelled cancelled -> cancelled.reason();
        };
    }

    /** The data of the event, laid out; of an unknown kind as it came, but for the agent's address. */
    static Shown data(StageEvent event) {
        try {
            JsonNode data = StageEventCodec.toJson(event).path("data");
            PublicAddress.publish(data);
            String json = EventJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(data);
            return Shown.of(json.length() <= LONGEST_DATA ? json : json.substring(0, LONGEST_DATA));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree can be written", impossible);
        }
    }

    private static String scored(String score, List<String> reasons) {
        return score + (reasons.isEmpty() ? "" : " · " + lines(reasons));
    }

    private static String decided(String decision, String by, @Nullable String notes) {
        return decision + " · " + by + (notes == null ? "" : " · " + notes);
    }

    private static String lines(List<String> texts) {
        return String.join("\n", texts);
    }
}
