package dev.touchstone.judge.llm;

import java.net.URI;

import dev.touchstone.events.LlmSettings;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A model that judges one attempt, after the operator's settings and the request's.
 *
 * @param juror the name of its seat
 */
@RegisterForReflection
public record ModelSettings(String juror, Provider provider, URI baseUrl, String model, double temperature,
        int maxOutputTokens, boolean dryRun) {

    /** As events tell it. */
    public LlmSettings asApplied() {
        return new LlmSettings(true, provider.key(), model, temperature, maxOutputTokens, baseUrl, dryRun);
    }
}
