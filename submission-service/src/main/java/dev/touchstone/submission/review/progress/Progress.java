package dev.touchstone.submission.review.progress;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.review.ReviewState;
import dev.touchstone.submission.review.StageLog;
import dev.touchstone.submission.review.State;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** How far a review is, for clients. Members that are not known yet are there and null. */
@RegisterForReflection
public record Progress(UUID submissionId, UUID workflowRunId, String agentId, String revision, String displayName, String state,
        boolean terminal, String statusReason, List<StageProgress> stages, @Nullable String verdict,
        @Nullable TrustScoreCalculated trustScore, WandbRunView wandbRun, Map<String, URI> links) {

    /** One stage; attempt is null where it was not asked for. */
    @RegisterForReflection
    public record StageProgress(Stage stage, String status, @Nullable Integer attempt, @Nullable Instant startedAt,
            @Nullable Instant endedAt, @Nullable Integer done, @Nullable Integer total, @Nullable String message,
            List<String> warnings) {

        static StageProgress of(Stage stage, StageLog log) {
            return new StageProgress(stage, log.status().name().toLowerCase(Locale.ROOT), log.attempt(),
                    log.pace().startedAt(), log.pace().endedAt(), log.pace().done(), log.pace().total(),
                    log.notes().message(), log.notes().warnings());
        }

        /** A stage that was never asked for: it will be, or it will not be needed any more. */
        static StageProgress unasked(Stage stage, ReviewState state) {
            boolean passedBy = switch (state) {
                case ReviewState.Ended ignored -> true;
                case ReviewState.Open open -> stage.isBefore(open.stage());
            };
            return new StageProgress(stage, passedBy ? "skipped" : "pending", null, null, null, null, null, null, List.of());
        }
    }

    /** @param run what is known of the W&amp;B run, null where nothing was said yet */
    public static Progress of(Dossier dossier, ReviewState state, @Nullable RunState run, Map<String, URI> links) {
        ReviewRef review = dossier.review();
        return new Progress(review.submissionId(), review.workflowRunId(), review.agentId(), review.revision(),
                dossier.agent().displayName(), State.of(state).key(), state instanceof ReviewState.Ended,
                State.reason(state),
                stages(state), verdict(state), state.history().conclusion().trustScore(),
                WandbRunView.of(review.wandbRun(), run), links);
    }

    private static List<StageProgress> stages(ReviewState state) {
        return Arrays.stream(Stage.values()).map(stage -> state.history().log(stage)
                .map(log -> StageProgress.of(stage, log)).orElseGet(() -> StageProgress.unasked(stage, state))).toList();
    }

    private static @Nullable String verdict(ReviewState state) {
        StageLog judge = state.history().log(Stage.JUDGE).orElse(null);
        return judge == null || judge.finding() == null ? null
                : judge.finding().summary().path("verdict").textValue();
    }
}
