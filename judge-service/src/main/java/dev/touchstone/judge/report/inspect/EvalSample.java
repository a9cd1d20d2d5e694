package dev.touchstone.judge.report.inspect;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One question.
 *
 * @param target the expected answer, else what a good agent does
 * @param scores by scorer; who said nothing of it is not there, since the format has no null score
 * @param fallbacks null where every model was served as asked for
 * @param error why there is no answer, null where there is one
 */
@RegisterForReflection
record EvalSample(String id, int epoch, String input, String target, List<Message> messages, Output output,
        Map<String, Score> scores, Map<String, @Nullable Object> metadata,
        @JsonProperty("model_usage") Map<String, ModelUsage> usage,
        @JsonProperty("model_fallbacks") @Nullable List<Fallback> fallbacks, @Nullable Failure error) {

    @JsonProperty
    Map<String, Object> store() {
        return Map.of();
    }

    @JsonProperty
    List<Object> events() {
        return List.of();
    }

    @JsonProperty("role_usage")
    Map<String, ModelUsage> usageByRole() {
        return Map.of();
    }

    @JsonProperty
    Map<String, String> attachments() {
        return Map.of();
    }

    /**
     * @param role {@code user} or {@code assistant}
     * @param source {@code input} or {@code generate}
     */
    @RegisterForReflection
    record Message(String role, String content, String source) {

        static Message question(String text) {
            return new Message("user", text, "input");
        }

        static Message answer(String text) {
            return new Message("assistant", text, "generate");
        }
    }

    /** What the agent answered; no choice where it did not. */
    @RegisterForReflection
    record Output(String model, List<Choice> choices, String completion) {

        static Output of(String model, String answer) {
            return new Output(model, List.of(new Choice(Message.answer(answer), "unknown")), answer);
        }

        static Output none(String model) {
            return new Output(model, List.of(), "");
        }
    }

    /** Why an agent stops is not told by its protocol. */
    @RegisterForReflection
    record Choice(Message message, @JsonProperty("stop_reason") String stopReason) {
    }

    /**
     * @param value points of 100 for a juror, the verdict's word for the verdict
     * @param answer what was judged
     */
    @RegisterForReflection
    record Score(Object value, @Nullable String answer, String explanation, Map<String, @Nullable Object> metadata) {

        /** Of edits. */
        @JsonProperty
        List<Object> history() {
            return List.of();
        }
    }

    /**
     * @param count of deliberations, not of calls
     */
    @RegisterForReflection
    record Fallback(String model, @JsonProperty("fallback_model") String served, int count) {
    }

    /** Nothing was thrown, so the traces that the format wants are empty. */
    @RegisterForReflection
    record Failure(String message, String traceback, @JsonProperty("traceback_ansi") String ansi) {

        static Failure of(String message) {
            return new Failure(message, "", "");
        }
    }
}
