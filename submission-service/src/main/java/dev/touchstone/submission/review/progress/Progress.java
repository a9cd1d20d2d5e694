package dev.touchstone.submission.review.progress;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.review.ReviewState;
import dev.touchstone.submission.review.Round;
import dev.touchstone.submission.review.RoundView;
import dev.touchstone.submission.review.StageLog;
import dev.touchstone.submission.review.State;
import dev.touchstone.submission.review.Wording;
import dev.touchstone.submission.review.run.RunArtifact;
import dev.touchstone.submission.review.run.RunState;
import dev.touchstone.submission.review.run.WandbRunView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How far a review is, for clients. Members that are not known yet are there and null.
 *
 * @param workflowRunId of the current round, which is the last of {@code rounds}
 * @param verdict the jury's
 * @param llmOverrides of all rounds, the earliest first
 * @param wandbArtifacts what of the review W&amp;B has as artifacts of the run, and what it will not have
 * @param agentReported what the agent says of itself: advisory, nothing is decided by it
 */
@RegisterForReflection
public record Progress(UUID submissionId, int round, UUID workflowRunId, String agentId, String revision, String displayName,
        String organizationId,
        @Schema(enumeration = {
                "in_review", "awaiting_decision", "published", "rejected", "cancelled" }) String state,
        boolean terminal, String statusReason, String nextStep, List<StageProgress> stages, @Nullable String verdict,
        List<LlmOverride> llmOverrides, @Nullable TrustScoreCalculated trustScore, WandbRunView wandbRun,
        List<RunArtifact> wandbArtifacts,
        AgentReport.View agentReported,
        List<RoundView> rounds, Instant updatedAt, Map<String, URI> links){

    /**
     * All that is known of a review.
     *
     * @param rounds at least one
     * @param report null where the agent reported nothing
     */
    public record Known(Dossier dossier, String organizationId, List<Round> rounds,
            Told told, KnownRun run, @Nullable AgentReport report) {
    }

    /**
     * What the kept events tell.
     *
     * @param requests when the attempts of the current round were asked for
     */
    public record Told(Map<StageProgress.Attempt, Instant> requests, List<LlmOverride> overrides) {
    }

    /**
     * All that is known of a W&amp;B run.
     *
     * @param state null where nothing was said of it yet
     */
    public record KnownRun(@Nullable RunState state, List<RunArtifact> artifacts) {
    }

    public static Progress of(Known known, Map<String, URI> links) {
        ReviewRef review = known.dossier().review();
        Round round = known.rounds().getLast();
        ReviewState state = round.state();
        return new Progress(review.submissionId(), round.number(), round.workflowRunId(), review.agentId(), review.revision(),
                known.dossier().agent().displayName(), known.organizationId(), State.of(state).key(),
                state instanceof ReviewState.Ended, Wording.statusReason(state), Wording.nextStep(state),
                stages(state, known.told().requests()), verdict(state), known.told().overrides(),
                state.history().conclusion().trustScore(),
                WandbRunView.of(review.wandbRun(), known.run().state()), known.run().artifacts(),
                AgentReport.View.of(known.report()),
                known.rounds().stream().map(RoundView::of).toList(), round.changedAt(), links);
    }

    private static List<StageProgress> stages(ReviewState state, Map<StageProgress.Attempt, Instant> requests) {
        return Arrays.stream(Stage.values()).map(stage -> StageProgress.of(stage, state, requests)).toList();
    }

    private static @Nullable String verdict(ReviewState state) {
        StageLog judge = state.history().log(Stage.JUDGE).orElse(null);
        return judge == null || judge.finding() == null ? null
                : judge.finding().summary().path("verdict").textValue();
    }
}
