package dev.touchstone.review.pages.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.pages.charts.Durations;
import dev.touchstone.review.pages.submission.Scene;
import dev.touchstone.review.pages.submission.Step;

/** Shapes what is known of a review for its first page. */
final class Shaping {

    private Shaping() {
    }

    static SubmissionView shape(Scene scene, Besides.Known besides, Puts puts, SubmissionView.Way way) {
        Desk desk = DeskShaping.shape(scene, besides);
        Said said = desk.question() == null ? new Said() : new Said().and(scene.view().course().reason());
        List<Step> steps = Step.of(scene.view(), scene.now(), scene.formats());
        return new SubmissionView(desk,
                new SubmissionView.Course(steps.stream().map(step -> without(said, step)).toList(), durations(scene)),
                EvidenceShaping.shape(scene.view(), said, scene.formats()), AgainShaping.shape(scene, steps, besides.offer()),
                puts, way);
    }

    /** The step with those notes only that the page does not say elsewhere. */
    private static Step without(Said said, Step step) {
        return new Step(step.stage(), step.status(), step.attempt(), step.detail(),
                step.notes().stream().filter(note -> !said.holds(note.text())).toList());
    }

    /**
     * All attempts of the round: what a stage took is also what its earlier attempts took. Without people, beside whose days
     * the minutes of all stages would not be seen; the strip says how long they took.
     */
    private static Durations durations(Scene scene) {
        CaseView view = scene.view();
        return Durations.of(Stream
                .of(Stage.values()).filter(stage -> stage != Stage.HUMAN).flatMap(stage -> view.attempts().stream()
                        .filter(attempt -> attempt.key().stage() == stage
                                && attempt.key().round().equals(view.subject().review().workflowRunId())))
                .map(attempt -> span(attempt, scene.now())).toList(), scene.formats()::duration);
    }

    private static Durations.Span span(StageAttempt attempt, Instant now) {
        StageAttempt.Times times = attempt.times();
        Instant ended = times.endedAt();
        return new Durations.Span(attempt.key().stage(), attempt.key().attempt(),
                between(times.requestedAt(), times.startedAt()), between(times.startedAt(), ended == null ? now : ended),
                attempt.status().isOpen());
    }

    private static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to);
    }
}
