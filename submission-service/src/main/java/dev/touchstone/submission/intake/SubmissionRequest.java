package dev.touchstone.submission.intake;

import java.net.URI;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.submission.Acceptance.Organization;
import dev.touchstone.submission.Acceptance.Provenance;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a client sends.
 *
 * @param revision derived from what is submitted where absent
 * @param cardDocument a card of A2A 1.0 or 0.3, or the store's localised card
 * @param endpointManifest OpenAPI-like
 */
@RegisterForReflection
@Schema(name = "SubmissionRequest", requiredProperties = { "agentId", "cardDocument" })
record SubmissionRequest(
        @Schema(examples = "trip-planner", maxLength = 128) String agentId,
        @Nullable String revision,
        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT) JsonNode cardDocument,
        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT) JsonNode endpointManifest,
        @Nullable Organization organization,
        Telemetry telemetry,
        @Nullable Provenance provenance) {

    /** How the review is recorded and judged. */
    @RegisterForReflection
    record Telemetry(Wandb wandb, @Nullable LlmSettings llmJudge) {
    }

    /** Which run; what is null comes from the operator's settings, and the run id from the submission's id. */
    @RegisterForReflection
    record Wandb(@Nullable String runId, @Nullable String project, @Nullable String entity, @Nullable URI baseUrl) {
    }
}
