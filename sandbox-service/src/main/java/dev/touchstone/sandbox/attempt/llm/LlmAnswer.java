package dev.touchstone.sandbox.attempt.llm;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.Tokens;

/** What came of asking a language model: an object, or nothing and why. There is no third case. */
public sealed interface LlmAnswer {

    /**
     * It answered with a JSON object. Hostile, and not checked against the schema: hosts promise that and do not keep it.
     *
     * @param model that really answered, as its host names it; of bounded length
     * @param tokens as its host counts them, null where it does not say
     */
    record Given(JsonNode json, String model, @Nullable Tokens tokens) implements LlmAnswer {
    }

    /**
     * There is no object.
     *
     * @param detail for people, one line; of our own words only
     */
    record Unavailable(Code code, String detail) implements LlmAnswer {

        /** Whether the model did answer, but not in the form that was asked for: it may do better when asked again. */
        public boolean isRepairable() {
            return code == Code.NOT_UNDERSTOOD;
        }
    }

    /** Why there is no object. The codes are stable: they appear in transcripts and metrics. */
    enum Code {

        /** No operator has configured a model. */
        NOT_CONFIGURED("not_configured"),
        /** All places at the model were taken for as long as an answer may take. */
        BUSY("busy"),
        /** As many calls as an hour may have were made. */
        CALLS_PER_HOUR("calls_per_hour"),
        /** No whole answer in time. */
        TIMEOUT("timeout"),
        /** No connection, or one that broke, or an answer larger than is read. */
        UNREACHABLE("unreachable"),
        /** The host asks to come back later, also after having been asked again. */
        RATE_LIMITED("rate_limited"),
        /** Another HTTP status that is not an answer. */
        HTTP_STATUS("http_status"),
        /** An answer, but not one JSON object; or it was cut at the most tokens. */
        NOT_UNDERSTOOD("not_understood");

        private final String key;

        Code(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
