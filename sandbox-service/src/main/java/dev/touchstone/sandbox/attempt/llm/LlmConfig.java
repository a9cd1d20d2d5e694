package dev.touchstone.sandbox.attempt.llm;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The language model that helps to judge. With neither a base URL nor a model there is none, which is a fine choice. */
@ConfigMapping(prefix = "touchstone.llm")
public interface LlmConfig {

    /** Of an OpenAI-compatible API, up to and without {@code /chat/completions}. */
    Optional<URI> baseUrl();

    Optional<String> model();

    /** A secret: by environment only. Not needed where the host asks for none. */
    Optional<String> apiKey();

    /** For one question: waiting for a place, all tries and the waits between them. */
    @WithDefault("30S")
    Duration timeout();

    /** How many questions of this replica are under way at a time. */
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int sideBySide();

    /** How many requests this replica sends in any one hour, all tries counted. What it costs is bounded by this. */
    @WithDefault("3000")
    @Min(1)
    @Max(1_000_000)
    int callsPerHour();

    /** Of each answer; a longer one is cut and cannot be used. */
    @WithDefault("512")
    @Min(64)
    @Max(8192)
    int maxOutputTokens();
}
