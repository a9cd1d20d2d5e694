package dev.touchstone.review.human;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.LlmSettingsReader;
import dev.touchstone.events.LlmSettingsReading;
import dev.touchstone.events.LlmSettingsReading.Fault;
import dev.touchstone.events.Stage;

/** Asks for a stage, and all after it, again. Who asks is known of the caller. */
record RetryRequest(UUID submissionId, Stage stage, String reason, @Nullable LlmSettings llmOverride) {

    static Fields.Read<RetryRequest> read(JsonNode body) {
        Fields fields = new Fields(body).only("submissionId", "stage", "reason", "llmOverride");
        UUID submissionId = fields.submissionId();
        Stage stage = stage(fields);
        String reason = reason(fields);
        LlmSettings override = llm(fields, stage);
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

    private static @Nullable LlmSettings llm(Fields fields, @Nullable Stage stage) {
        if (!fields.has("llmOverride")) {
            return null;
        }
        if (stage != null && Stage.JUDGE.isBefore(stage)) {
            fields.violation("llmOverride", "goes with a retry of judge, or of a stage before it");
        }
        return switch (LlmSettingsReader.read(fields.member("llmOverride"))) {
            case LlmSettingsReading.Usable(LlmSettings settings) -> settings;
            case LlmSettingsReading.Refused(List<Fault> faults) -> refused(fields, faults);
        };
    }

    private static @Nullable LlmSettings refused(Fields fields, List<Fault> faults) {
        faults.forEach(each -> fields.violation("llmOverride" + each.pointer(), each.detail()));
        return null;
    }
}
