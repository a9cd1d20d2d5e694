package dev.touchstone.judge.report.inspect;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * {@code judge_eval.json}: one attempt as an evaluation. Inspect reads headers up to {@code samples} only, so they come last.
 * Its
 * viewer counts on some members being there; those that this service has nothing for are empty.
 *
 * @param version of the format
 * @param metadata of {@code eval}, as the format repeats it
 * @see <a href="https://inspect.aisi.org.uk/reference/inspect_ai.log.html#evallog">EvalLog</a>
 */
@RegisterForReflection
record EvalLog(int version, String status, EvalSpec eval, Plan plan, EvalResults results, Stats stats, boolean invalidated,
        List<String> tags, Map<String, @Nullable Object> metadata, List<EvalSample> samples) {

    static final int VERSION = 2;
    static final String SUCCESS = "success";

    EvalLog {
        tags = List.copyOf(tags);
        samples = List.copyOf(samples);
    }

    /** How the answers came about. */
    @RegisterForReflection
    record Plan(String name, List<Step> steps) {

        @JsonProperty
        Map<String, Object> config() {
            return Map.of();
        }
    }

    @RegisterForReflection
    record Step(String solver, Map<String, Object> params, @JsonProperty("params_passed") Map<String, Object> passed) {
    }

    /**
     * Times are left empty, as the format allows: they differ when an attempt is taken up again, the report does not.
     *
     * @param usage of the models whose hosts counted every reply
     */
    @RegisterForReflection
    record Stats(@JsonProperty("started_at") String startedAt, @JsonProperty("completed_at") String completedAt,
            @JsonProperty("model_usage") Map<String, ModelUsage> usage) {

        static Stats of(Map<String, ModelUsage> usage) {
            return new Stats("", "", usage);
        }

        @JsonProperty("role_usage")
        Map<String, ModelUsage> usageByRole() {
            return Map.of();
        }

        @JsonProperty("connection_limit_history")
        List<Object> limits() {
            return List.of();
        }
    }
}
