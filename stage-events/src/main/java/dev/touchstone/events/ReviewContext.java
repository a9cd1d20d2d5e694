package dev.touchstone.events;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is known of a review besides its agent: who asked for it, from which source, under which policy.
 *
 * @param policyVersion of the thresholds in force when the review was submitted; a ruling names those that it was made under
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewContext(@Nullable String organizationId, @Nullable String repository, @Nullable String branch,
        @Nullable String commit, String policyVersion) {
}
