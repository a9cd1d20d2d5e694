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
import dev.touchstone.submission.policy.Yardstick;
import dev.touchstone.submission.review.ReviewState.AwaitingDecision;
import dev.touchstone.submission.review.ReviewState.Ended;
import dev.touchstone.submission.review.ReviewState.Judging;
import dev.touchstone.submission.review.ReviewState.Open;
import dev.touchstone.submission.review.ReviewState.Prechecking;
import dev.touchstone.submission.review.ReviewState.Publishing;
import dev.touchstone.submission.review.ReviewState.Testing;

/**
 * Decides what an event does to a review. A result counts once and only for the attempt that is open: a second one is
 * passed over, one of an attempt that was given up is told as superseded. After the end nothing has an effect: what comes
 * too late is told so. An earlier round is one that has ended, and nothing else is special about it.
 *
 * @param dossier in the round that is decided about
 */
record ReviewMachine(Dossier dossier, Yardstick yardstick) {

    /** The failure that says that precheck looked and found violations; any other says that it could not look. */
    private static final String PRECHECK_VIOLATED = "precheck_failed";

    private static final String ENDED = "The review had already ended";

    /** A new review, with the first request. */
    static Transition begin(Dossier dossier) {
        return new Course(dossier, History.NONE).request(Stage.PRECHECK, "accepted");
    }

    Transition apply(ReviewState state, StageEvent event) {
        return switch (state) {
            case Ended ended -> new Transition(ended, late(ended, event));
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

    /** What is told of an event that comes after the end: a person is always answered, and so is work that was not known. */
    List<EventDraft> late(Ended ended, StageEvent event) {
        return switch (event.body()) {
            case RetryRequested ignored -> List.of(superseded(event, ENDED));
            case StageStatement.HumanDecision ignored -> List.of(superseded(event, ENDED));
            case StageStatement statement when isResult(statement)
                    && Standing.of(ended.history(), event) != Standing.KNOWN ->
                List.of(superseded(event, ENDED));
            case StageStatement ignored -> List.of();
            case ReviewerStatement ignored -> List.of();
            case OwnerStatement ignored -> List.of();
            case RecordStatement ignored -> List.of();
            case UnknownBody ignored -> List.of();
        };
    }

    private static boolean isResult(StageStatement statement) {
        return statement instanceof StageStatement.Completed || statement instanceof StageStatement.Failed
                || statement instanceof StageStatement.Published;
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
            case StageStatement.EgressRefused ignored -> Transition.silent(open);
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
        return Transition.silent(Standing.of(open.history(), event) == Standing.AWAITED ? open.noting(changed) : open);
    }

    private Transition result(Open open, StageEvent event, Supplier<Transition> effect) {
        return switch (Standing.of(open.history(), event)) {
            case AWAITED -> effect.get();
            case KNOWN -> Transition.silent(open);
            case GIVEN_UP -> superseded(open, event, "The attempt was given up before it ended");
            case UNASKED -> superseded(open, event, "Nobody asked for this attempt");
        };
    }

    private Transition superseded(Open unchanged, StageEvent event, String reason) {
        return new Transition(unchanged, List.of(superseded(event, reason)));
    }

    private EventDraft superseded(StageEvent event, String reason) {
        return EventDraft.of(dossier.review(), event.stage(), event.attempt(), new Superseded(event.event(), reason));
    }

    private Transition completed(Open open, StageEvent event, StageStatement.Completed completed) {
        Finding finding = new Finding(true, completed.metrics(), completed.summary());
        History ended = ended(open, event, finding, new StageLog.Notes(null, completed.warnings(),
                event.evidence().artifacts()));
        return switch (open) {
            case Prechecking prechecking -> prechecking.passed(course(ended));
            case Testing testing -> testing.passed(course(ended));
            case Judging judging -> judging.judged(course(ended), yardstick.assess(ended.findings()));
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
        Transition again = open.again(course(open.history().overriding(retry.llmOverride(), reviewer)), event.stage(),
                retry.reason());
        // A request of the judge names who asked for its LLM, who need not be who asks for the judge.
        return event.stage() == Stage.JUDGE ? again : again.by(reviewer);
    }

    private static History ended(Open open, StageEvent event, Finding finding, StageLog.Notes notes) {
        return open.history().change(event.stage(), log -> log.ended(event.origin().occurredAt(), finding, notes));
    }

    private Course course(History history) {
        return new Course(dossier, history);
    }
}
