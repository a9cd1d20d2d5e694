package dev.touchstone.judge.report.inspect;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.touchstone.judge.jury.panel.Method;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What was evaluated, and by whom. Inspect's {@code model} is what answers the samples, so here it is the agent; the models
 * that
 * judge have roles.
 *
 * @param created when the attempt was asked for: the same however often it is taken up
 * @param roles the models of the jury, by juror
 */
@RegisterForReflection
record EvalSpec(@JsonProperty("eval_id") String evalId, @JsonProperty("run_id") String runId, String created,
        @JsonUnwrapped Task task,
        Dataset dataset, String model, @JsonProperty("model_roles") Map<String, Role> roles, Config config,
        List<Scorer> scorers, Map<String, @Nullable Object> metadata) {

    /**
     * @param version of the prompts' words
     * @param args how the models were asked
     */
    @RegisterForReflection
    record Task(@JsonProperty("task") String name, @JsonProperty("task_id") String id,
            @JsonProperty("task_version") String version, @JsonProperty("task_args") Method args) {

        @JsonProperty("task_args_passed")
        Map<String, Object> passed() {
            return Map.of();
        }

        @JsonProperty("task_attribs")
        Map<String, Object> attributes() {
            return Map.of();
        }
    }

    @JsonProperty("model_generate_config")
    Map<String, Object> generation() {
        return Map.of();
    }

    @JsonProperty("model_args")
    Map<String, Object> modelArgs() {
        return Map.of();
    }

    @JsonProperty
    Map<String, String> packages() {
        return Map.of();
    }

    /** The questions. */
    @RegisterForReflection
    record Dataset(String name, int samples, @JsonProperty("sample_ids") List<String> ids, boolean shuffled) {
    }

    @RegisterForReflection
    record Role(String model, Generation config, @JsonProperty("base_url") String baseUrl) {

        @JsonProperty
        Map<String, Object> args() {
            return Map.of();
        }
    }

    @RegisterForReflection
    record Generation(double temperature, @JsonProperty("max_tokens") int maxTokens) {
    }

    /**
     * @param epochs how often each question was asked
     */
    @RegisterForReflection
    record Config(int epochs) {

        static final Config ONCE = new Config(1);
    }

    @RegisterForReflection
    record Scorer(String name, Map<String, Object> metadata) {
    }
}
