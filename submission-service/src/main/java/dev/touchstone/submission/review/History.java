package dev.touchstone.submission.review;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.touchstone.events.Actor;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.OwnerStatement.Escalation;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.Stage;
import dev.touchstone.submission.policy.Finding;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What has happened in a round so far.
 *
 * @param stages the latest attempt of each stage that was asked for
 * @param llmOverride the last that a reviewer asked for with a retry, null where none did
 * @param conclusion what the round comes to as far as it is known
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record History(Map<Stage, StageLog> stages, @Nullable LlmOverride llmOverride, Conclusion conclusion) {

    /** An LLM that a reviewer asked for, and who that was: it goes along with later stages, which others ask for. */
    @RegisterForReflection
    public record LlmOverride(LlmSettings settings, Actor by) {
    }

    /**
     * @param escalation the last question that a person was asked
     * @param trustScore of the judge attempt that counts
     * @param approvedBecause why the round may be published; null until it may
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Conclusion(@Nullable Escalation escalation, @Nullable TrustScoreCalculated trustScore,
            @Nullable String approvedBecause) {

        static final Conclusion NONE = new Conclusion(null, null, null);
    }

    static final History NONE = new History(Map.of(), null, Conclusion.NONE);

    public History {
        Map<Stage, StageLog> ordered = new EnumMap<>(Stage.class);
        ordered.putAll(stages);
        stages = Collections.unmodifiableMap(ordered);
    }

    public Optional<StageLog> log(Stage stage) {
        return Optional.ofNullable(stages.get(stage));
    }

    /** The number of the stage's latest attempt; 0 where it was never asked for. */
    public int attempts(Stage stage) {
        return log(stage).map(StageLog::attempt).orElse(0);
    }

    History request(Stage stage, String reason) {
        return put(stage, StageLog.requested(attempts(stage) + 1, reason));
    }

    History change(Stage stage, UnaryOperator<StageLog> change) {
        return log(stage).map(log -> put(stage, change.apply(log))).orElse(this);
    }

    /** Gives up what the stage and all after it have come to. The numbers of their attempts stay. */
    History giveUpFrom(Stage first, String reason) {
        History changed = this;
        for (Stage stage : stages.keySet()) {
            if (!stage.isBefore(first)) {
                changed = changed.change(stage, log -> log.givenUp(reason));
            }
        }
        Conclusion kept = Stage.JUDGE.isBefore(first)
                ? new Conclusion(conclusion.escalation(), conclusion.trustScore(), null)
                : Conclusion.NONE;
        return changed.concluding(kept);
    }

    /** Gives up the attempt that is waited for. */
    History giveUpAwaited(String reason) {
        History changed = this;
        for (Stage stage : stages.keySet()) {
            changed = changed.change(stage, log -> log.awaited() ? log.givenUp(reason) : log);
        }
        return changed;
    }

    History overriding(@Nullable LlmSettings settings, Actor by) {
        return settings == null ? this : new History(stages, new LlmOverride(settings, by), conclusion);
    }

    /** A question takes an approval back, unless it is only about carrying the approval out. */
    History escalated(Escalation escalation) {
        String approval = escalation.sourceStage() == Stage.PUBLISH ? conclusion.approvedBecause() : null;
        return concluding(new Conclusion(escalation, conclusion.trustScore(), approval));
    }

    History scored(TrustScoreCalculated trustScore) {
        return concluding(new Conclusion(conclusion.escalation(), trustScore, conclusion.approvedBecause()));
    }

    History approved(String because) {
        return concluding(new Conclusion(conclusion.escalation(), conclusion.trustScore(), because));
    }

    /** What the stages made that still counts, in their order. */
    List<ArtifactRef> artifacts() {
        return stages.values().stream().flatMap(log -> log.notes().artifacts().stream()).distinct().toList();
    }

    Map<Stage, Finding> findings() {
        Map<Stage, Finding> findings = new EnumMap<>(Stage.class);
        stages.forEach((stage, log) -> {
            if (log.finding() != null) {
                findings.put(stage, log.finding());
            }
        });
        return findings;
    }

    private History concluding(Conclusion newConclusion) {
        return new History(stages, llmOverride, newConclusion);
    }

    private History put(Stage stage, StageLog log) {
        Map<Stage, StageLog> changed = new EnumMap<>(Stage.class);
        changed.putAll(stages);
        changed.put(stage, log);
        return new History(changed, llmOverride, conclusion);
    }
}
