package dev.touchstone.submission.intake.request;

import java.net.URI;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.submission.Acceptance.Organization;
import dev.touchstone.submission.Acceptance.Provenance;
import dev.touchstone.submission.SignatureBundle;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a client sends. Exactly one of {@code cardDocument} and {@code cardUrl} is there.
 *
 * @param cardDocument a missing node where the card has to be fetched
 * @param endpointManifest a missing node where none came
 */
@RegisterForReflection
@Schema(name = "SubmissionRequest", requiredProperties = "agentId", description = "An agent revision that is put up for"
        + " review. Exactly one of cardDocument and cardUrl is required; members that are not listed are refused.")
public record SubmissionRequest(
        @Schema(examples = "trip-planner", pattern = "[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}", description = "Belongs to the"
                + " organization that used it first") String agentId,
        @Schema(examples = "1.2.0", pattern = "[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}", description = "Derived from what is"
                + " submitted where absent") @Nullable String revision,
        @Schema(type = SchemaType.OBJECT, description = "A card of A2A 1.0 or 0.3, or the store's localised card") JsonNode cardDocument,
        @Schema(examples = "https://agent.example/.well-known/agent-card.json", description = "Where the card is fetched"
                + " from, once, while the submission is taken in") @Nullable URI cardUrl,
        @Schema(type = SchemaType.OBJECT, description = "OpenAPI-like; a capability that no operation mentions is a warning") JsonNode endpointManifest,
        @Schema(description = "Over the RFC 8785 canonical form of the card, with a key that the organization registered") @Nullable SignatureBundle signatureBundle,
        @Nullable Organization organization,
        Telemetry telemetry,
        @Nullable Provenance provenance) {

    /** How the review is recorded and judged. */
    @RegisterForReflection
    public record Telemetry(Wandb wandb, @Nullable Relay relay, @Nullable LlmSettings llmJudge) {
    }

    /** Which run; what is null comes from the operator's settings, and the run id from the submission's id. */
    @RegisterForReflection
    public record Wandb(@Nullable String runId, @Nullable String project, @Nullable String entity, @Nullable URI baseUrl) {
    }

    /**
     * How the agent is called for this review, where that differs from what its card says.
     *
     * @param endpoint in the place of the card's, null for the card's
     * @param credential the name of a secret, as {@code organization/name}; null for none
     */
    @RegisterForReflection
    @Schema(properties = @SchemaProperty(name = "token", type = SchemaType.STRING, examples = "secret:acme/trip-planner", pattern = "secret:[^/]{1,200}/[A-Za-z0-9][A-Za-z0-9._-]{0,99}", description = "The name"
            + " of a secret of the organization's own, which an operator sets up; never a token itself"))
    public record Relay(
            @Schema(examples = "https://gateway.example/trip-planner", description = "Where the agent is called for this review; the"
                    + " card's endpoint where absent") @Nullable URI endpoint,
            @Schema(hidden = true) @Nullable String credential) {
    }
}
