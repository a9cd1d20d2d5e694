package dev.touchstone.submission.review;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.NullNode;

import dev.touchstone.events.Actor;
import dev.touchstone.events.Decision;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.OwnerStatement.Escalation;
import dev.touchstone.events.OwnerStatement.Superseded;
import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.ReviewerStatement;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.policy.Finding;
import dev.touchstone.submission.policy.Policy;
import dev.touchstone.submission.policy.TrustScores;
import dev.touchstone.submission.review.ReviewState.AwaitingDecision;
import dev.touchstone.submission.review.ReviewState.Ended;
import dev.touchstone.submission.review.ReviewState.Judging;
import dev.touchstone.submission.review.ReviewState.Open;
import dev.touchstone.submission.review.ReviewState.Prechecking;
import dev.touchstone.submission.review.ReviewState.Publishing;
import dev.touchstone.submission.review.ReviewState.Testing;

/**
 * Decides what an event does to a review. A result counts once and only for the attempt that is open: a second one is
 * passed over, one of an attempt that was given up is told as superseded. After the end nothing has an effect, but a person
 * who was told that the request is accepted is told that it came too late.
 */
record ReviewMachine(Dossier dossier, Policy policy) {

    /** The failure that says that precheck looked and found violations; any other says that it could not look. */
    private static final String PRECHECK_VIOLATED = "precheck_failed";

    /** A new review, with the first request. */
    Transition begin() {
        return course(History.NONE).request(Stage.PRECHECK, "accepted");
    }

    Transition apply(ReviewState state, StageEvent event) {
        return switch (state) {
            case Ended ended -> switch (event.body()) {
                case RetryRequested ignored -> superseded(ended, event, "The review had already ended");
                case StageStatement.HumanDecision ignored -> superseded(ended, event, "The review had already ended");
                case StageStatement ignored -> Transition.silent(ended);
                case ReviewerStatement ignored -> Transition.silent(ended);
                case OwnerStatement ignored -> Transition.silent(ended);
                case RecordStatement ignored -> Transition.silent(ended);
                case UnknownBody ignored -> Transition.silent(ended);
            };
            case Open open -> switch (event.body()) {
                case StageStatement statement -> heard(open, event, statement);
                case RetryRequested retry -> retried(open, event, retry);
                case ReviewerStatement.LedgerUploadFailed ignored -> Transition.silent(open);
                case ReviewerStatement.LedgerUploadRetrySucceeded ignored -> Transition.silent(open);
                case OwnerStatement ignored -> Transition.silent(open);
                case RecordStatement ignored -> Transition.silent(open);
                case UnknownBody ignored -> Transition.silent(open);
            };
        };
    }

    private Transition heard(Open open, StageEvent event, StageStatement statement) {
        return switch (statement) {
            case StageStatement.Started ignored ->
                noted(open, event, open.history().change(event.stage(), log -> log.started(event.origin().occurredAt())));
            case StageStatement.Progressed(int done, int total) ->
                noted(open, event, open.history().change(event.stage(), log -> log.progressed(done, total)));
            case StageStatement.DecisionPending(Stage ignored, String reason) ->
                noted(open, event, open.history().change(event.stage(), log -> log.noted(reason)));
            case StageStatement.Completed completed ->
                result(open, event, () -> completed(open, event, completed));
            case StageStatement.Failed failed -> result(open, event, () -> failed(open, event, failed));
            case StageStatement.HumanDecision decision -> result(open, event, () -> decided(open, event, decision));
            case StageStatement.Published ignored -> result(open, event, () -> published(open, event));
            case StageStatement.EscalatedToHuman ignored -> Transition.silent(open);
            case StageStatement.LlmOverrideReceived ignored -> Transition.silent(open);
            case StageStatement.LlmOverrideApplied ignored -> Transition.silent(open);
            case StageStatement.VerdictApproved ignored -> Transition.silent(open);
            case StageStatement.VerdictManual ignored -> Transition.silent(open);
            case StageStatement.VerdictRejected ignored -> Transition.silent(open);
            case StageStatement.DecisionOverridden ignored -> Transition.silent(open);
            case StageStatement.Rejected ignored -> Transition.silent(open);
        };
    }

    private static Transition noted(Open open, StageEvent event, History changed) {
        return Transition.silent(Standing.of(open, event) == Standing.AWAITED ? open.noting(changed) : open);
    }

    private Transition result(Open open, StageEvent event, Supplier<Transition> effect) {
        return switch (Standing.of(open, event)) {
            case AWAITED -> effect.get();
            case KNOWN -> Transition.silent(open);
            case GIVEN_UP -> superseded(open, event, "The attempt was given up before it ended");
            case UNASKED -> superseded(open, event, "Nobody asked for this attempt");
        };
    }

    private Transition superseded(ReviewState unchanged, StageEvent event, String reason) {
        return new Transition(unchanged, List.of(EventDraft.of(dossier.review(), event.stage(), event.attempt(),
                new Superseded(event.event(), reason))));
    }

    private Transition completed(Open open, StageEvent event, StageStatement.Completed completed) {
        Finding finding = new Finding(true, completed.metrics(), completed.summary());
        History ended = ended(open, event, finding, new StageLog.Notes(null, completed.warnings(),
                event.evidence().artifacts()));
        return switch (open) {
            case Prechecking prechecking -> prechecking.passed(course(ended));
            case Testing testing -> testing.passed(course(ended));
            case Judging judging -> judging.judged(course(ended), TrustScores.assess(policy, ended.findings()));
            // Only the decision, and only the entry in the catalog, end these two; without them nothing has passed.
            case AwaitingDecision waiting -> Transition.silent(waiting);
            case Publishing publishing -> Transition.silent(publishing);
        };
    }

    private Transition failed(Open open, StageEvent event, StageStatement.Failed failed) {
        String reason = failed.failReasons().isEmpty() ? failed.reasonCode() : String.join(" ", failed.failReasons());
        Finding finding = new Finding(false, failed.metrics(), failed.summary() == null ? NullNode.getInstance()
                : failed.summary());
        History ended = ended(open, event, finding, new StageLog.Notes(reason, List.of(), event.evidence().artifacts()));
        return switch (open) {
            case Prechecking prechecking -> failed.reasonCode().equals(PRECHECK_VIOLATED)
                    ? prechecking.violated(course(ended), failed.failReasons())
                    : prechecking.notCarriedOut(course(ended), reason);
            case Testing testing -> testing.notPassed(course(ended), reason);
            case Judging judging -> judging.notCarriedOut(course(ended), reason);
            // The question stays open; a person can still answer it, or ask for the stage again.
            case AwaitingDecision waiting -> noted(waiting, event,
                    waiting.history().change(Stage.HUMAN, log -> log.noted(reason)));
            case Publishing publishing -> publishing.notCarriedOut(course(ended), reason);
        };
    }

    private Transition decided(Open open, StageEvent event, StageStatement.HumanDecision decision) {
        if (!(open instanceof AwaitingDecision waiting)) {
            return Transition.silent(open);
        }
        Escalation asked = waiting.history().conclusion().escalation();
        if (asked == null || asked.sourceStage() != decision.sourceStage()) {
            return superseded(open, event, "The decision answers another question than the one that is asked");
        }
        String because = because(decision);
        boolean approved = decision.decision() == Decision.APPROVED;
        History ended = ended(open, event, new Finding(true, Map.of(), NullNode.getInstance()),
                new StageLog.Notes(because, List.of(), event.evidence().artifacts()));
        return approved
                ? waiting.approved(course(ended), asked.sourceStage(), because)
                : waiting.rejected(course(ended), List.of(asked.reason()), because);
    }

    private static String because(StageStatement.HumanDecision decision) {
        String said = (decision.decision() == Decision.APPROVED ? "Approved by " : "Rejected by ") + decision.decidedBy();
        String notes = decision.notes();
        return notes == null || notes.isBlank() ? said : said + ": " + notes;
    }

    private Transition published(Open open, StageEvent event) {
        if (!(open instanceof Publishing)) {
            return Transition.silent(open);
        }
        Finding finding = new Finding(true, Map.of(), NullNode.getInstance());
        History ended = ended(open, event, finding, new StageLog.Notes(null, List.of(), event.evidence().artifacts()));
        return new Publishing(ended).published();
    }

    private Transition retried(Open open, StageEvent event, RetryRequested retry) {
        StageLog log = open.history().log(event.stage()).orElse(null);
        if (log == null || log.attempt() < event.attempt()) {
            return superseded(open, event, "The stage has not run");
        }
        if (log.attempt() > event.attempt() || log.status() == StageLog.Status.SUPERSEDED) {
            return superseded(open, event, "The stage was already asked for again");
        }
        Actor reviewer = event.origin().actor();
        return open.again(course(open.history().overriding(retry.llmOverride(), reviewer)), event.stage(), retry.reason())
                .by(reviewer);
    }

    private static History ended(Open open, StageEvent event, Finding finding, StageLog.Notes notes) {
        return open.history().change(event.stage(), log -> log.ended(event.origin().occurredAt(), finding, notes));
    }

    private Course course(History history) {
        return new Course(dossier, history);
    }
}
