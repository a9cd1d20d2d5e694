package dev.touchstone.events;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Which LLM judges, where the submitter or a reviewer asks for another than the operator's. Null leaves a setting to
 * the operator. Never holds a key.
 *
 * @param temperature 0 to 2
 * @param maxOutputTokens 1 to 8192
 * @param dryRun prompts are made and kept, but not sent
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LlmSettings(@Nullable Boolean enabled, @Nullable String provider, @Nullable String model,
        @Nullable Double temperature, @Nullable Integer maxOutputTokens, @Nullable URI baseUrl, @Nullable Boolean dryRun) {
}
