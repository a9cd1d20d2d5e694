package dev.touchstone.events;

import java.net.URI;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
@Schema(description = "Which LLM judges: of the operator's jurors, temperature, maxOutputTokens and dryRun are for all that ask"
        + " a model, provider, model and baseUrl for the first of them. What the operator does not allow is not used, and not"
        + " replaced by something else. Members that are not listed are refused, keys among them; at least one is required.")
public record LlmSettings(
        @Schema(description = "false for a jury without a model, whose verdict is at best manual") @Nullable Boolean enabled,
        @Schema(enumeration = {
                "openai-compatible", "openai", "anthropic",
                "gemini" }, description = "openai is another word for openai-compatible") @Nullable String provider,
        @Schema(examples = "gpt-4.1", maxLength = 128, pattern = "[A-Za-z0-9@][A-Za-z0-9._:/@+-]{0,127}") @Nullable String model,
        @Schema(minimum = "0", maximum = "2") @Nullable Double temperature,
        @Schema(minimum = "1", maximum = "8192") @Nullable Integer maxOutputTokens,
        @Schema(examples = "https://llm.example/v1", description = "Without user information, query and fragment; one that the"
                + " operator allows") @Nullable URI baseUrl,
        @Schema(description = "Prompts are made and kept, but not sent") @Nullable Boolean dryRun){

    /** More than any juror needs to say. */
    public static final int MOST_OUTPUT_TOKENS = 8192;
}
