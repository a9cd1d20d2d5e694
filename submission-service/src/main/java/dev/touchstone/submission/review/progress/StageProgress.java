package dev.touchstone.submission.review.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.touchstone.events.Stage;
import dev.touchstone.submission.review.ReviewState;
import dev.touchstone.submission.review.StageLog;
import dev.touchstone.submission.review.StageLog.Pace;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The latest attempt of one stage in the current round.
 *
 * @param attempt null where the stage was not asked for
 * @param times of which those that are not known are null
 * @param done how many of {@code total}; both null where the stage does not count
 */
@RegisterForReflection
public record StageProgress(Stage stage,
        @Schema(enumeration = {
                "pending", "requested", "running", "stalled", "completed", "failed", "skipped",
                "superseded" }) String status,
        @Nullable Integer attempt, @JsonUnwrapped Times times, @Nullable Integer done, @Nullable Integer total,
        @Nullable String message,
        List<String> warnings){

    /**
     * @param durationMillis from the start to the end
     * @param stalledSince when an attempt that takes too long was asked for or started; it was offered again
     */
    @RegisterForReflection
    public record Times(@Nullable Instant requestedAt, @Nullable Instant startedAt, @Nullable Instant endedAt,
            @Nullable Long durationMillis, @Nullable Instant stalledSince) {

        private static final Times NONE = new Times(null, null, null, null, null);

        static Times of(@Nullable Instant requestedAt, Pace pace) {
            Instant started = pace.startedAt();
            Instant ended = pace.endedAt();
            Long duration = started == null || ended == null ? null : (Long) Duration.between(started, ended).toMillis();
            return new Times(requestedAt, started, ended, duration, pace.stall() == null ? null : pace.stall().since());
        }
    }

    /** An attempt of a stage. */
    record Attempt(Stage stage, int number) {
    }

    static StageProgress of(Stage stage, ReviewState state, Map<Attempt, Instant> requests) {
        return state.history().log(stage).map(log -> of(stage, log, requests.get(new Attempt(stage, log.attempt()))))
                .orElseGet(() -> unasked(stage, state));
    }

    private static StageProgress of(Stage stage, StageLog log, @Nullable Instant requestedAt) {
        return new StageProgress(stage, log.status().name().toLowerCase(Locale.ROOT), log.attempt(),
                Times.of(requestedAt, log.pace()), log.pace().done(), log.pace().total(), log.notes().message(),
                log.notes().warnings());
    }

    /** A stage that was never asked for: it will be, or it will not be needed any more. */
    private static StageProgress unasked(Stage stage, ReviewState state) {
        boolean passedBy = switch (state) {
            case ReviewState.Ended ignored -> true;
            case ReviewState.Open open -> stage.isBefore(open.stage());
        };
        return new StageProgress(stage, passedBy ? "skipped" : "pending", null, Times.NONE, null, null, null, List.of());
    }
}
