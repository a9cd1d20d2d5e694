package dev.touchstone.judge.report;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.touchstone.judge.jury.Scores;
import dev.touchstone.judge.verdict.Agreement;
import dev.touchstone.judge.verdict.Verdict;
import dev.touchstone.judge.verdict.VerdictPolicy;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * {@code judge_summary.json}, and the summary of the completed event. Scores are 0 to 1.
 *
 * @param jury each seated juror's part in it
 * @param flags by name, how many answers carry it
 */
@RegisterForReflection
record JudgeSummary(Verdict verdict, @JsonUnwrapped Counts counts, List<String> reasons, List<Seat> jury,
        Agreement agreement, Map<String, Integer> flags, Map<String, Part> byPerspective, Map<String, Part> byLanguage,
        List<Llm> llm, VerdictPolicy policy) {

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
     * @param servedBy the models that really answered
     */
    @RegisterForReflection
    record Seat(String juror, int votes, int abstentions, List<String> servedBy) {
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
