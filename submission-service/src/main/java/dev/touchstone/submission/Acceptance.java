package dev.touchstone.submission;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.touchstone.events.ArtifactRef;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the intake kept besides what every stage needs.
 *
 * @param manifest the endpoint manifest, null where none came
 * @param cardUrl where the card was fetched from, null where it came itself
 * @param signature beside the card, null where none came
 * @param warnings that the submitter was told
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Acceptance(@Nullable ArtifactRef manifest, @Nullable URI cardUrl, @Nullable SignatureBundle signature,
        @Nullable Organization organization, @Nullable Provenance provenance, List<String> warnings) {

    public Acceptance {
        warnings = List.copyOf(warnings);
    }

    /** Who submits, as they say themselves. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Organization(String organizationId, @Nullable String name, @Nullable String contactEmail) {
    }

    /** Where the agent's source is, as its maker says. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Provenance(@Nullable String repository, @Nullable String branch, @Nullable String commit,
            @Nullable String pullRequest) {
    }
}
