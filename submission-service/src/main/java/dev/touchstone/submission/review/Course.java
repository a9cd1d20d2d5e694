package dev.touchstone.submission.review;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Actor;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.OwnerStatement.AutoApproved;
import dev.touchstone.events.OwnerStatement.AutoRejected;
import dev.touchstone.events.OwnerStatement.Cancelled;
import dev.touchstone.events.OwnerStatement.Escalation;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.OwnerStatement.RequiresHumanReview;
import dev.touchstone.events.OwnerStatement.Stalled;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement;
import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.policy.Assessment;
import dev.touchstone.submission.policy.Ruling;
import dev.touchstone.submission.review.History.LlmOverride;

/** Where a review can go from what has happened so far. The states decide which of these is theirs to take. */
record Course(Dossier dossier, History history) {

    /** Asks for a stage; the one place where an attempt begins. */
    Transition request(Stage stage, String reason) {
        History requested = history.request(stage, reason);
        return new Transition(stateAt(stage, requested), List.of(with(requested).asking(stage, reason)));
    }

    /** Asks for the latest attempt of the stage once more; whoever has it already knows it by its number. */
    Transition offerAgain(Stage stage, Instant since) {
        Course stalled = with(history.change(stage, log -> log.stalled(since)));
        return new Transition(stateAt(stage, stalled.history), List.of(draft(stage, new Stalled(since)),
                stalled.asking(stage, "offered again, waited for since " + since)));
    }

    private EventDraft asking(Stage stage, String reason) {
        EventDraft draft = draft(stage, body(stage, reason, history)).with(Evidence.of(history.artifacts()));
        return requester(stage, history).map(draft::by).orElse(draft);
    }

    /** The judge names who asked for its LLM; its request may follow a retry of an earlier stage. */
    private static Optional<Actor> requester(Stage stage, History requested) {
        return stage == Stage.JUDGE ? Optional.ofNullable(requested.llmOverride()).map(LlmOverride::by) : Optional.empty();
    }

    private static ReviewState stateAt(Stage stage, History history) {
        return switch (stage) {
            case PRECHECK -> new ReviewState.Prechecking(history);
            case SECURITY, FUNCTIONAL -> new ReviewState.Testing(stage, history);
            case JUDGE -> new ReviewState.Judging(history);
            case HUMAN -> new ReviewState.AwaitingDecision(history);
            case PUBLISH -> new ReviewState.Publishing(history);
        };
    }

    private EventBody body(Stage stage, String reason, History requested) {
        LlmOverride override = requested.llmOverride();
        @Nullable
        Escalation escalation = stage == Stage.HUMAN ? requested.conclusion().escalation() : null;
        return new Requested(reason, dossier.agent(), dossier.context(),
                override == null ? dossier.llmJudge() : override.settings(),
                escalation);
    }

    /** Goes on behind a stage that passed or was let through. */
    Transition after(Stage stage, String because) {
        return switch (stage) {
            case PRECHECK -> request(Stage.SECURITY, because);
            case SECURITY -> request(Stage.FUNCTIONAL, because);
            case FUNCTIONAL -> request(Stage.JUDGE, because);
            case JUDGE, HUMAN, PUBLISH -> with(history.approved(because)).request(Stage.PUBLISH, because);
        };
    }

    Transition escalate(Stage sourceStage, String reason) {
        return with(history.escalated(new Escalation(sourceStage, reason))).request(Stage.HUMAN, reason);
    }

    /** Does what the policy says, and says so first. */
    Transition rule(Assessment assessment) {
        Course scored = with(history.scored(assessment.trustScore()));
        EventDraft score = draft(Stage.JUDGE, assessment.trustScore());
        return switch (assessment.ruling()) {
            case Ruling.Approve(List<String> reasons) -> scored.after(Stage.JUDGE, "Approved by policy: " + reasons.getFirst())
                    .after(score, draft(Stage.JUDGE, new AutoApproved(reasons)));
            case Ruling.Reject(List<String> reasons) -> scored.reject(reasons, "Rejected by policy")
                    .after(score, draft(Stage.JUDGE, new AutoRejected(reasons)));
            case Ruling.AskPerson(String reason) -> scored.escalate(Stage.JUDGE, reason)
                    .after(score, draft(Stage.JUDGE, new RequiresHumanReview(reason)));
        };
    }

    Transition reject(List<String> reasons, String because) {
        return new Transition(new ReviewState.Rejected(history, reasons, because),
                List.of(draft(Stage.PUBLISH, new StageStatement.Rejected(reasons, because))));
    }

    /** Ends the round on the submitter's wish; the work under way counts for nothing any more. */
    Transition cancel(Stage stage, String reason, Actor by) {
        History ended = history.giveUpAwaited("cancelled: " + reason);
        return new Transition(new ReviewState.Cancelled(ended, reason, by.name()), List.of(draft(stage, new Cancelled(reason))))
                .by(by);
    }

    /** Gives up what is waited for and what the stage and all after it came to, and asks for the stage once more. */
    Transition again(Stage stage, String reason) {
        String why = "retry: " + reason;
        History.Conclusion before = history.conclusion();
        History open = history.giveUpAwaited(why);
        return switch (stage) {
            case PRECHECK, SECURITY, FUNCTIONAL, JUDGE -> with(open.giveUpFrom(stage, why)).request(stage, why);
            case HUMAN -> askAgain(open, Objects.requireNonNull(before.escalation()), why);
            // Publication alone is no new decision: what was approved stays so.
            case PUBLISH -> with(open.giveUpFrom(stage, why).approved(Objects.requireNonNull(before.approvedBecause())))
                    .request(stage, why);
        };
    }

    /** A question may have been about an earlier gate: everything behind that gate is open again. */
    private Transition askAgain(History open, Escalation question, String why) {
        return with(open.giveUpFrom(behind(question.sourceStage()), why).escalated(question)).request(Stage.HUMAN, why);
    }

    private static Stage behind(Stage sourceStage) {
        return sourceStage.next().filter(next -> next.isBefore(Stage.HUMAN)).orElse(Stage.HUMAN);
    }

    private EventDraft draft(Stage stage, EventBody body) {
        return EventDraft.of(dossier.review(), stage, Math.max(1, history.attempts(stage)), body);
    }

    private Course with(History newHistory) {
        return new Course(dossier, newHistory);
    }
}
