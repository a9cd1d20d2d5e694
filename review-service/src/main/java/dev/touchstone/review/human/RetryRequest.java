package dev.touchstone.review.human;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.Stage;

/** Asks for a stage, and all after it, again. Who asks is known of the caller. */
record RetryRequest(UUID submissionId, Stage stage, String reason, @Nullable LlmSettings llmOverride) {

    private static final double HOTTEST = 2;
    private static final int LONGEST_NAME = 128;
    private static final int MOST_TOKENS = 8192;

    static Fields.Read<RetryRequest> read(JsonNode body) {
        Fields fields = new Fields(body).only("submissionId", "stage", "reason", "llmOverride");
        UUID submissionId = fields.submissionId();
        Stage stage = stage(fields);
        String reason = reason(fields);
        LlmSettings override = fields.has("llmOverride") ? llm(fields, fields.within("llmOverride")) : null;
        return fields.areValid() && submissionId != null && stage != null
                ? new Fields.Read.Valid<>(new RetryRequest(submissionId, stage, reason, override))
                : fields.invalid();
    }

    private static @Nullable Stage stage(Fields fields) {
        try {
            return Stage.of(fields.member("stage").asText());
        } catch (IllegalArgumentException unknown) {
            fields.violation("stage", "must be one of precheck, security, functional, judge, human, publish");
            return null;
        }
    }

    private static String reason(Fields fields) {
        String reason = fields.text("reason", DecisionRequest.LONGEST_TEXT);
        if (reason == null || reason.isBlank()) {
            fields.violation("reason", "is required");
            return "";
        }
        return reason.strip();
    }

    private static @Nullable LlmSettings llm(Fields request, Fields llm) {
        if (!request.member("llmOverride").isObject()) {
            request.violation("llmOverride", "must be an object");
            return null;
        }
        llm.only("enabled", "provider", "model", "temperature", "maxOutputTokens", "baseUrl", "dryRun");
        return new LlmSettings(truth(llm, "enabled"), name(llm, "provider"), name(llm, "model"), temperature(llm),
                tokens(llm), baseUrl(llm), truth(llm, "dryRun"));
    }

    private static @Nullable String name(Fields llm, String name) {
        return llm.has(name) ? llm.line(name, LONGEST_NAME) : null;
    }

    private static @Nullable Boolean truth(Fields llm, String name) {
        if (!llm.has(name)) {
            return null;
        }
        if (!llm.member(name).isBoolean()) {
            llm.violation(name, "must be true or false");
        }
        return llm.member(name).booleanValue();
    }

    private static @Nullable Double temperature(Fields llm) {
        if (!llm.has("temperature")) {
            return null;
        }
        double value = llm.member("temperature").doubleValue();
        if (!llm.member("temperature").isNumber() || value < 0 || value > HOTTEST) {
            llm.violation("temperature", "must be a number from 0 to 2");
        }
        return value;
    }

    private static @Nullable Integer tokens(Fields llm) {
        if (!llm.has("maxOutputTokens")) {
            return null;
        }
        JsonNode value = llm.member("maxOutputTokens");
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > MOST_TOKENS) {
            llm.violation("maxOutputTokens", "must be a whole number from 1 to 8192");
        }
        return value.intValue();
    }

    private static @Nullable URI baseUrl(Fields llm) {
        String text = llm.has("baseUrl") ? llm.line("baseUrl", DecisionRequest.LONGEST_TEXT) : null;
        if (text == null) {
            return null;
        }
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below, as of an address without a host.
        }
        llm.violation("baseUrl", "must be an absolute http or https address");
        return null;
    }
}
