package dev.touchstone.judge.report.inspect;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What came of it, by scorer: each juror, and the verdict.
 *
 * @param total questions
 * @param completed those that the agent answered
 */
@RegisterForReflection
record EvalResults(@JsonProperty("total_samples") int total, @JsonProperty("completed_samples") int completed,
        List<Scores> scores) {

    /**
     * @param scored samples; of the others the juror abstained or recused itself, or the agent was silent
     */
    @RegisterForReflection
    record Scores(String name, String scorer, @JsonProperty("scored_samples") int scored,
            @JsonProperty("unscored_samples") int unscored, Map<String, Metric> metrics) {

        @JsonProperty
        Map<String, Object> params() {
            return Map.of();
        }
    }

    /** A figure that was measured; the format has no null, so what was not measured is not there. */
    @RegisterForReflection
    record Metric(String name, double value) {

        @JsonProperty
        Map<String, Object> params() {
            return Map.of();
        }
    }
}
