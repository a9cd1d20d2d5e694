package dev.touchstone.judge.llm;

import java.net.URI;

import dev.touchstone.events.LlmSettings;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The model that judges one attempt, after the operator's settings and the request's. */
@RegisterForReflection
public record ModelSettings(URI baseUrl, String model, double temperature, int maxOutputTokens, boolean dryRun) {

    static final String PROVIDER = "openai-compatible";

    /** As events tell it. */
    public LlmSettings asApplied() {
        return new LlmSettings(true, PROVIDER, model, temperature, maxOutputTokens, baseUrl, dryRun);
    }
}
