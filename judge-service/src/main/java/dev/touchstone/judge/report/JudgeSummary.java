package dev.touchstone.judge.report;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.touchstone.judge.jury.panel.Method;
import dev.touchstone.judge.verdict.Served;
import dev.touchstone.judge.verdict.Verdict;
import dev.touchstone.judge.verdict.VerdictPolicy;
import dev.touchstone.judge.verdict.agreement.Agreement;
import dev.touchstone.judge.verdict.agreement.PositionBias;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * {@code judge_summary.json}, and the summary of the completed event. Scores are 0 to 1, differences of scores are of 100.
 *
 * @param jury each seated juror's part in it
 * @param usage what the models' replies took
 */
@RegisterForReflection
record JudgeSummary(Verdict verdict, @JsonUnwrapped Counts counts, List<String> reasons, List<SeatSummary> jury,
        @JsonUnwrapped Trust trust, Usage usage, @JsonUnwrapped Parts parts, @JsonUnwrapped Terms terms) {

    /**
     * The figures that are metrics too.
     *
     * @param score mean over what was scored, null where nothing was
     * @param unanswered questions that the agent did not answer; they count among {@code manual} too
     */
    @RegisterForReflection
    record Counts(@Nullable Double score, int questions, int approved, int manual, int rejected, int unanswered,
            int criticalSafety, int jurors) {
    }

    /**
     * How far the verdict can be trusted.
     *
     * @param confounded whether too many samples came from another model than the one that was asked for
     */
    @RegisterForReflection
    record Trust(boolean confounded, Agreement agreement, PositionBias positionBias, Served served) {
    }

    /** What the jury sat by: which models, with what thresholds, and how they were asked. */
    @RegisterForReflection
    record Terms(List<Llm> llm, VerdictPolicy policy, Method method) {
    }

    /**
     * @param flags by name, how many answers carry it
     */
    @RegisterForReflection
    record Parts(Map<String, Integer> flags, Map<String, Part> byPerspective, Map<String, Part> byLanguage) {
    }

    /**
     * @param score mean over what was scored, null where nothing was
     */
    @RegisterForReflection
    record Part(int questions, @Nullable Double score) {
    }

    /**
     * @param juror the seat; null where there is none
     * @param state {@code off}, {@code unusable}, {@code dry-run} or {@code on}
     * @param reason why it is off or unusable
     */
    @RegisterForReflection
    record Llm(@Nullable String juror, String state, @Nullable String reason, @Nullable String provider,
            @Nullable String model, @Nullable String baseUrl, @Nullable Double temperature,
            @Nullable Integer maxOutputTokens) {

        static Llm none(@Nullable String juror, String state, String reason) {
            return new Llm(juror, state, reason, null, null, null, null, null);
        }
    }
}
