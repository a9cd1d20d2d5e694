package dev.touchstone.review.pages.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings;
import dev.touchstone.review.Shown;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.human.DecisionOutcome.AlreadyDecided;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.submission.Scene;
import dev.touchstone.review.pages.submission.Step;

/** Shapes what is known of a review for its page. */
final class Shaping {

    private Shaping() {
    }

    static SubmissionView shape(Scene scene, Besides.Known besides, SubmissionView.Puts puts) {
        CaseView view = scene.view();
        SubmissionView.Desk desk = desk(scene, besides, puts);
        Said said = desk.question() == null ? new Said() : new Said().and(view.course().reason());
        List<Step> steps = Step.of(view, scene.now(), scene.formats()).stream().map(step -> without(said, step)).toList();
        return new SubmissionView(desk, steps, EvidenceShaping.shape(view, said, scene.formats()));
    }

    /** The step with those notes only that the page does not say elsewhere. */
    private static Step without(Said said, Step step) {
        return new Step(step.stage(), step.status(), step.attempt(), step.detail(),
                step.notes().stream().filter(note -> !said.holds(note.text())).toList());
    }

    private static SubmissionView.Desk desk(Scene scene, Besides.Known besides, SubmissionView.Puts puts) {
        CaseView view = scene.view();
        CaseView.Question asked = scene.told().isPast() ? null : view.course().question();
        Leave leave = Leave.of(scene.reader(), view);
        Optional<AlreadyDecided> untold = asked == null ? Optional.empty()
                : besides.decision().filter(answer -> !answer.decidedAt().isBefore(asked.since()));
        boolean open = asked != null && untold.isEmpty();
        List<Step> retry = scene.told().isPast() || view.course().state().isTerminal() || !leave.retries() ? List.of()
                : Step.of(view, scene.now(), scene.formats()).stream().filter(step -> step.attempt() > 0).toList();
        return new SubmissionView.Desk(open ? question(scene, asked) : null, decided(scene, untold),
                new SubmissionView.Again(retry, OfferShaping.shape(besides.offer())), leave, puts);
    }

    private static SubmissionView.@Nullable Question question(Scene scene, CaseView.@Nullable Question asked) {
        if (asked == null) {
            return null;
        }
        Stage next = asked.sourceStage() == Stage.JUDGE ? Stage.PUBLISH : asked.sourceStage().next().orElse(null);
        List<SubmissionView.Fact> facts = scene.view().current(asked.sourceStage())
                .map(attempt -> facts(attempt, scene.formats())).orElse(List.of());
        return new SubmissionView.Question(asked.sourceStage(), Shown.of(asked.reason()),
                new SubmissionView.Wait(scene.formats().duration(Duration.between(asked.since(), scene.now())),
                        scene.formats().time(asked.since())),
                next, facts);
    }

    private static List<SubmissionView.Fact> facts(StageAttempt attempt, Formats formats) {
        return attempt.outcome().metrics().entrySet().stream().map(
                metric -> new SubmissionView.Fact(Shown.of(metric.getKey()), formats.figure(metric.getValue()))).toList();
    }

    private static SubmissionView.@Nullable Decided decided(Scene scene, Optional<AlreadyDecided> untold) {
        if (untold.isPresent()) {
            AlreadyDecided answer = untold.get();
            return new SubmissionView.Decided(Decision.of(answer.decision()), Shown.of(answer.decidedBy()),
                    scene.formats().time(answer.decidedAt()), Shown.of(""), false);
        }
        Findings.Decided told = scene.view().findings().decision();
        return told == null ? null
                : new SubmissionView.Decided(told.decision(), Shown.of(told.decidedBy()), scene.formats().time(told.at()),
                        Shown.of(told.notes()), true);
    }
}
