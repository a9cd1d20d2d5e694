package dev.touchstone.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.ReviewerStatement;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.review.CaseView.Course;
import dev.touchstone.review.CaseView.Question;
import dev.touchstone.review.CaseView.Subject;
import dev.touchstone.review.Findings.Decided;
import dev.touchstone.review.Findings.Overriding;
import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Findings.Verdict;
import dev.touchstone.review.StageAttempt.Outcome;
import dev.touchstone.review.StageAttempt.Progress;

/** What each kind of event does to a case. A kind without a case here does not compile. */
final class Projection {

    private Projection() {
    }

    static CaseView apply(CaseView before, StageEvent event) {
        CaseView view = inItsRound(before, event);
        CaseView after = switch (event.body()) {
            case StageStatement statement -> apply(view, event, statement);
            case OwnerStatement statement -> apply(view, event, statement);
            case ReviewerStatement.RetryRequested ignored -> canRunAgain(view, event) ? givenUpFrom(view, event) : view;
            case ReviewerStatement ignored -> view;
            case RecordStatement statement -> with(view, apply(view.trail(), statement));
            case UnknownBody ignored -> view;
        };
        return pass(after, event);
    }

    private static Trail apply(Trail trail, RecordStatement statement) {
        return switch (statement) {
            case RecordStatement.RunStateChanged run -> trail.with(run);
            case RecordStatement.RunAliased aliased -> trail.with(trail.wandb().after(aliased));
            case RecordStatement.RunStopped ignored -> trail.with(trail.wandb().afterStop());
            case RecordStatement.ArtifactLogged logged -> trail.with(trail.wandb().after(logged));
            case RecordStatement.ArtifactNotLogged refused -> trail.with(trail.wandb().after(refused));
            case RecordStatement.LedgerAppended ignored -> trail;
        };
    }

    /** The case after an event that it keeps and does nothing about. */
    static CaseView pass(CaseView view, StageEvent event) {
        return with(with(view, view.trail().after(event)), view.course().seen(event.origin().occurredAt()));
    }

    /** A request under a new workflow run id opens a round; what was concluded in the one before was about that one. */
    private static CaseView inItsRound(CaseView view, StageEvent event) {
        Subject subject = view.subject();
        if (!(event.body() instanceof Requested) || subject.rounds().contains(event.review().workflowRunId())) {
            return view;
        }
        List<UUID> rounds = new ArrayList<>(subject.rounds());
        rounds.add(event.review().workflowRunId());
        return new CaseView(new Subject(event.review(), subject.agent(), subject.context(), rounds),
                view.course().to(CaseState.IN_REVIEW, null), view.attempts(), Findings.NONE,
                view.trail().with(Trail.PastRound.of(view)));
    }

    private static CaseView apply(CaseView view, StageEvent event, StageStatement statement) {
        Instant at = event.origin().occurredAt();
        return switch (statement) {
            case StageStatement.Started ignored -> attempt(view, event, attempt -> attempt.started(at));
            case StageStatement.Progressed progress ->
                attempt(view, event, attempt -> attempt.progressed(new Progress(progress.done(), progress.total())));
            case StageStatement.Completed completed -> attempt(view, event, attempt -> attempt.ended(at,
                    AttemptStatus.COMPLETED,
                    new Outcome(null, List.of(), completed.warnings(), completed.metrics(), null)));
            case StageStatement.Failed failed -> attempt(view, event, attempt -> attempt.ended(at, AttemptStatus.FAILED,
                    new Outcome(failed.reasonCode(), failed.failReasons(), List.of(), failed.metrics(), null)));
            case StageStatement.EscalatedToHuman ignored -> view;
            case StageStatement.EgressRefused ignored -> view;
            case StageStatement.LlmOverrideReceived ignored -> view;
            case StageStatement.LlmOverrideApplied ignored -> view;
            case StageStatement.VerdictApproved verdict ->
                ruled(view, event, new Verdict(Ruling.APPROVE, verdict.score(), verdict.reasons(), verdict.jurors()));
            case StageStatement.VerdictManual verdict ->
                ruled(view, event, new Verdict(Ruling.MANUAL, verdict.score(), verdict.reasons(), verdict.jurors()));
            case StageStatement.VerdictRejected verdict ->
                ruled(view, event, new Verdict(Ruling.REJECT, verdict.score(), verdict.reasons(), verdict.jurors()));
            case StageStatement.DecisionPending ignored -> view;
            case StageStatement.HumanDecision decision -> decided(view, event, new Decided(decision.decision(),
                    decision.notes(), decision.decidedBy(), decision.sourceStage(), at));
            case StageStatement.DecisionOverridden override -> overridden(view, event, override);
            case StageStatement.Published published -> ended(view, event, CaseState.PUBLISHED, published.statusReason());
            case StageStatement.Rejected rejected -> ended(view, event, CaseState.REJECTED, rejected.statusReason());
        };
    }

    private static CaseView apply(CaseView view, StageEvent event, OwnerStatement statement) {
        Instant at = event.origin().occurredAt();
        return switch (statement) {
            case Requested request -> requested(view, event, request);
            case OwnerStatement.Skipped skipped -> attempt(view, event, attempt -> attempt.ended(at, AttemptStatus.SKIPPED,
                    new Outcome(null, List.of(skipped.reason()), List.of(), Map.of(), null)));
            case OwnerStatement.Stalled stalled -> attempt(view, event, attempt -> attempt.stalled(stalled.since()));
            case OwnerStatement.Superseded late ->
                RefusedRetries.isRefusal(late) ? view : attempt(view, event, attempt -> attempt.givenUp(at));
            case OwnerStatement.TrustScoreCalculated score -> with(view, view.findings().with(score));
            case OwnerStatement.AutoApproved approved -> with(view, view.findings().withPolicy(approved.reasons()));
            case OwnerStatement.AutoRejected rejected -> with(view, view.findings().withPolicy(rejected.reasons()));
            case OwnerStatement.Cancelled cancelled ->
                ended(stopped(view, event), event, CaseState.CANCELLED, cancelled.reason());
            case OwnerStatement.RequiresHumanReview review ->
                with(view, view.findings().withPolicy(List.of(review.escalationReason())));
        };
    }

    private static CaseView requested(CaseView view, StageEvent event, Requested request) {
        Instant at = event.origin().occurredAt();
        Stage about = request.escalation() == null ? event.stage() : request.escalation().sourceStage();
        String reason = request.escalation() == null ? request.reason() : request.escalation().reason();
        Course course = event.stage() == Stage.HUMAN
                ? view.course().awaiting(new Question(about, reason, event.attempt(), at))
                : view.course().to(CaseState.IN_REVIEW, null);
        Subject subject = new Subject(view.subject().review(), request.agent(), request.context(), view.subject().rounds());
        Findings findings = event.stage() == Stage.HUMAN ? view.findings().withOverriding(null) : view.findings();
        CaseView known = new CaseView(subject, course, view.attempts(), findings, view.trail());
        return attempt(known, event, attempt -> attempt.requested(at, about));
    }

    /** The stage and all after it run again; a person's answer about an earlier stage stands. */
    private static CaseView givenUpFrom(CaseView view, StageEvent event) {
        Instant at = event.origin().occurredAt();
        List<StageAttempt> attempts = view.attempts().stream()
                .map(attempt -> attempt.key().round().equals(event.review().workflowRunId())
                        && !attempt.about().isBefore(event.stage()) ? attempt.givenUp(at) : attempt)
                .toList();
        return new CaseView(view.subject(), view.course().to(CaseState.IN_REVIEW, null), attempts,
                view.findings().before(event.stage()), view.trail());
    }

    /** What ran or was to run in the round that is cancelled comes to no end of its own. */
    private static CaseView stopped(CaseView view, StageEvent event) {
        Instant at = event.origin().occurredAt();
        List<StageAttempt> attempts = view.attempts().stream()
                .map(attempt -> attempt.key().round().equals(event.review().workflowRunId()) && attempt.status().isOpen()
                        ? attempt.cancelled(at)
                        : attempt)
                .toList();
        return new CaseView(view.subject(), view.course(), attempts, view.findings(), view.trail());
    }

    private static CaseView ruled(CaseView view, StageEvent event, Verdict verdict) {
        return stillCounts(view, event) ? with(view, view.findings().with(verdict)) : view;
    }

    private static CaseView decided(CaseView view, StageEvent event, Decided decision) {
        if (!stillCounts(view, event)) {
            return view;
        }
        CaseView known = with(view, view.findings().with(decision));
        return view.course().state().isTerminal() ? known : with(known, view.course().to(CaseState.IN_REVIEW, null));
    }

    private static CaseView overridden(CaseView view, StageEvent event, StageStatement.DecisionOverridden override) {
        return stillCounts(view, event)
                ? decided(with(view, view.findings().withOverriding(Overriding.of(override))), event,
                        new Decided(override.decision(), override.notes(), override.decidedBy(), sourceOf(view),
                                event.origin().occurredAt()))
                : view;
    }

    private static CaseView ended(CaseView view, StageEvent event, CaseState state, String reason) {
        return isOfThisRound(view, event) ? with(view, view.course().to(state, reason)) : view;
    }

    /** What an attempt says that was given up, or one of an earlier round, is history and concludes nothing. */
    private static boolean stillCounts(CaseView view, StageEvent event) {
        return isOfThisRound(view, event) && view.attempts().stream().noneMatch(
                attempt -> attempt.key().equals(StageAttempt.Key.of(event)) && attempt.isGivenUp());
    }

    /** A wish that raced the end of the review comes after it and reopens nothing. */
    private static boolean canRunAgain(CaseView view, StageEvent event) {
        return isOfThisRound(view, event) && !view.course().state().isTerminal();
    }

    private static boolean isOfThisRound(CaseView view, StageEvent event) {
        return event.review().workflowRunId().equals(view.subject().review().workflowRunId());
    }

    private static Stage sourceOf(CaseView view) {
        Question asked = view.course().question();
        return asked == null ? Stage.JUDGE : asked.sourceStage();
    }

    private static CaseView attempt(CaseView view, StageEvent event, UnaryOperator<StageAttempt> change) {
        StageAttempt.Key key = StageAttempt.Key.of(event);
        List<StageAttempt> attempts = new ArrayList<>(view.attempts());
        if (attempts.stream().noneMatch(attempt -> attempt.key().equals(key))) {
            attempts.add(StageAttempt.unheardOf(key));
        }
        attempts.replaceAll(attempt -> attempt.key().equals(key) ? change.apply(attempt) : attempt);
        return new CaseView(view.subject(), view.course(), attempts, view.findings(), view.trail());
    }

    private static CaseView with(CaseView view, Findings findings) {
        return new CaseView(view.subject(), view.course(), view.attempts(), findings, view.trail());
    }

    private static CaseView with(CaseView view, Course course) {
        return new CaseView(view.subject(), course, view.attempts(), view.findings(), view.trail());
    }

    private static CaseView with(CaseView view, Trail trail) {
        return new CaseView(view.subject(), view.course(), view.attempts(), view.findings(), trail);
    }
}
