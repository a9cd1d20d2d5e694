package dev.touchstone.review.pages.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Shown;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.pages.Formats;

/**
 * A stage in the strip.
 *
 * @param attempt 0 where there was none in this round
 */
public record Step(Stage stage, StepStatus status, int attempt, Detail detail, List<Shown> notes) {

    /**
     * Empty text where there is nothing to say.
     *
     * @param percent done, -1 where that was not told
     * @param stalledSince when something was last heard of it
     */
    public record Detail(String duration, String score, String progress, int percent, String stalledSince) {
    }

    private static final Detail NOTHING = new Detail("", "", "", -1, "");

    public static List<Step> of(CaseView view, Instant now, Formats formats) {
        return Stream.of(Stage.values()).map(stage -> of(stage, view.current(stage), now, formats)).toList();
    }

    private static Step of(Stage stage, Optional<StageAttempt> current, Instant now, Formats formats) {
        StepStatus status = StepStatus.of(current);
        return current
                .map(attempt -> new Step(stage, status, attempt.key().attempt(), detail(attempt, now, formats), notes(attempt)))
                .orElseGet(() -> new Step(stage, status, 0, NOTHING, List.of()));
    }

    private static Detail detail(StageAttempt attempt, Instant now, Formats formats) {
        StageAttempt.Progress progress = attempt.outcome().progress();
        String duration = attempt.times().duration(now).map(formats::duration).orElse("");
        Instant stalledSince = attempt.times().stalledSince();
        Double score = attempt.outcome().metrics().get("score");
        return new Detail(duration, score == null ? "" : formats.figure(score),
                progress == null ? "" : progress.done() + " / " + progress.total(),
                progress == null || progress.total() <= 0 ? -1 : Math.clamp(100L * progress.done() / progress.total(), 0, 100),
                stalledSince == null ? "" : formats.minute(stalledSince));
    }

    private static List<Shown> notes(StageAttempt attempt) {
        return attempt.outcome().reasons().stream().map(Shown::of).toList();
    }

}
