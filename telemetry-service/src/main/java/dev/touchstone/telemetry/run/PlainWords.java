package dev.touchstone.telemetry.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.ReviewerStatement;
import dev.touchstone.events.StageStatement;
import dev.touchstone.events.UnknownBody;

/** What an event says, as somebody would who tells of the review. What was not said is left out. */
final class PlainWords {

    private PlainWords() {
    }

    static String of(EventBody body) {
        return switch (body) {
            case StageStatement statement -> of(statement);
            case OwnerStatement statement -> of(statement);
            case ReviewerStatement statement -> of(statement);
            case RecordStatement statement -> of(statement);
            case UnknownBody unknown -> unknown.event() + ", which this version does not know";
        };
    }

    private static String of(StageStatement statement) {
        return switch (statement) {
            case StageStatement.Started ignored -> "has started";
            case StageStatement.Progressed progressed -> progressed.done() + " of " + progressed.total() + " done";
            case StageStatement.Completed completed -> "has completed" + figures(completed.metrics())
                    + list("; warnings: ", completed.warnings());
            case StageStatement.Failed failed -> "has failed with " + failed.reasonCode()
                    + list(": ", failed.failReasons()) + figures(failed.metrics())
                    + (failed.retryable() ? "; another try may end otherwise" : "");
            case StageStatement.EscalatedToHuman escalated -> "asks for a person: " + escalated.reason();
            case StageStatement.EgressRefused refused -> refused.calls() + (refused.calls() == 1 ? " call" : " calls")
                    + (refused.target() == null ? "" : " to " + refused.target()) + " refused with " + refused.code() + ": "
                    + refused.detail();
            case StageStatement.LlmOverrideReceived override -> override.requestedBy() + " asks for another LLM"
                    + llm(override.settings());
            case StageStatement.LlmOverrideApplied override ->
                "runs with the LLM that was asked for" + llm(override.settings());
            case StageStatement.VerdictApproved verdict -> jury(verdict.jurors(), "approves", verdict.score())
                    + list(": ", verdict.reasons());
            case StageStatement.VerdictManual verdict -> jury(verdict.jurors(), "leaves it to a person", verdict.score())
                    + list(": ", verdict.reasons());
            case StageStatement.VerdictRejected verdict -> jury(verdict.jurors(), "rejects", verdict.score())
                    + list(": ", verdict.reasons());
            case StageStatement.DecisionPending pending -> "waits for a person, since " + pending.sourceStage().key()
                    + " left it open: " + pending.reason();
            case StageStatement.HumanDecision human -> human.decidedBy() + " has decided: " + human.decision().key()
                    + (human.notes() == null ? "" : ", " + human.notes());
            case StageStatement.DecisionOverridden human -> overridden(human) + human.decision().key()
                    + (human.notes() == null ? "" : ", " + human.notes());
            case StageStatement.Published published -> "is published at " + published.catalogUrl()
                    + figure(", trust score ", published.trustScore()) + ": " + published.statusReason();
            case StageStatement.Rejected rejected -> "is rejected: " + rejected.statusReason()
                    + list("; ", rejected.reasons());
        };
    }

    private static String overridden(StageStatement.DecisionOverridden human) {
        return human.proposal() == null
                ? human.decidedBy() + " has decided against " + human.overrides() + ": "
                : human.proposal().by() + " and " + human.decidedBy() + " decide against the verdict " + human.overrides()
                        + ": ";
    }

    private static String of(OwnerStatement statement) {
        return switch (statement) {
            case OwnerStatement.Requested requested -> "is asked for: " + requested.reason();
            case OwnerStatement.Skipped skipped -> "is not needed: " + skipped.reason();
            case OwnerStatement.Stalled stalled -> "has been silent since " + stalled.since() + " and is offered again";
            case OwnerStatement.Superseded late -> "has said " + late.event() + " too late: " + late.reason();
            case OwnerStatement.TrustScoreCalculated trust -> "trust score" + figure(" ", trust.score()) + " by "
                    + trust.policyVersion() + list(": ", trust.breakdown().stream().map(PlainWords::part).toList());
            case OwnerStatement.Cancelled cancelled -> "the review is taken back: " + cancelled.reason();
            case OwnerStatement.AutoApproved approved -> "the policy approves" + list(": ", approved.reasons());
            case OwnerStatement.AutoRejected rejected -> "the policy rejects" + list(": ", rejected.reasons());
            case OwnerStatement.RequiresHumanReview open -> "the policy leaves it to a person: " + open.escalationReason();
        };
    }

    private static String of(ReviewerStatement statement) {
        return switch (statement) {
            case ReviewerStatement.RetryRequested retry -> "is asked for once more: " + retry.reason()
                    + (retry.llmOverride() == null ? "" : ", with another LLM" + llm(retry.llmOverride()));
            case ReviewerStatement.LedgerUploadFailed failed -> "ledger entry " + failed.index()
                    + " did not reach the audit endpoint after " + failed.attempts() + " tries: " + failed.reason();
            case ReviewerStatement.LedgerUploadRetrySucceeded succeeded -> "ledger entry " + succeeded.index()
                    + " reached the audit endpoint after " + succeeded.attempts() + " tries";
        };
    }

    private static String of(RecordStatement statement) {
        return switch (statement) {
            case RecordStatement.LedgerAppended entry -> "ledger entry " + entry.index() + " records event " + entry.eventId();
            case RecordStatement.RunStateChanged changed -> "the run is " + changed.state().key() + ": " + changed.reason();
            case RecordStatement.RunAliased aliased -> "W&B has the run as " + aliased.alias() + ": " + aliased.reason();
            case RecordStatement.RunStopped ignored -> "somebody pressed stop on the run's page";
            case RecordStatement.ArtifactLogged artifact -> "W&B has the artifact " + artifact.name();
            case RecordStatement.ArtifactNotLogged artifact -> "W&B will not have the artifact " + artifact.name() + ": "
                    + artifact.reason();
        };
    }

    private static String jury(int jurors, String verdict, @Nullable Double score) {
        return "the jury of " + jurors + " " + verdict + figure(", score ", score);
    }

    private static String part(OwnerStatement.ScorePart part) {
        return part.component() + (part.points() == null ? " not measured" : figure(" ", part.points()))
                + figure(" of ", part.weight());
    }

    private static String llm(LlmSettings settings) {
        List<String> names = new ArrayList<>();
        if (settings.provider() != null) {
            names.add(settings.provider());
        }
        if (settings.model() != null) {
            names.add(settings.model());
        }
        if (settings.temperature() != null) {
            names.add(figure("temperature ", settings.temperature()));
        }
        if (settings.maxOutputTokens() != null) {
            names.add("at most " + settings.maxOutputTokens() + " tokens");
        }
        if (Boolean.TRUE.equals(settings.dryRun())) {
            names.add("dry run");
        }
        return !Boolean.FALSE.equals(settings.enabled()) ? list(": ", names) : ": none";
    }

    private static String figures(Map<String, @Nullable Double> metrics) {
        List<String> measured = new ArrayList<>();
        metrics.forEach((name, value) -> {
            if (value != null) {
                measured.add(name + figure(" ", value));
            }
        });
        return list("; ", measured);
    }

    /** As a person writes it: no more digits than it has. */
    private static String figure(String before, @Nullable Double value) {
        if (value == null) {
            return "";
        }
        return before + (Double.isFinite(value) ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : String.valueOf(value).toLowerCase(Locale.ROOT));
    }

    private static String list(String before, List<String> texts) {
        return texts.isEmpty() ? "" : before + String.join(", ", texts);
    }
}
