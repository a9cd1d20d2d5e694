package dev.touchstone.judge.llm;

import java.net.URI;

import dev.touchstone.events.LlmSettings;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A model that judges one attempt, after the operator's settings and the request's.
 *
 * @param juror the name of its seat
 * @param baseUrl of the provider's API, without a slash at its end
 */
@RegisterForReflection
public record ModelSettings(String juror, Provider provider, URI baseUrl, String model, double temperature,
        int maxOutputTokens, boolean dryRun, ModelFacts facts) {

    /** A model of which nothing else is known. */
    public ModelSettings(String juror, Provider provider, URI baseUrl, String model, double temperature,
            int maxOutputTokens, boolean dryRun) {
        this(juror, provider, baseUrl, model, temperature, maxOutputTokens, dryRun, ModelFacts.NONE);
    }

    /** As events tell it. */
    public LlmSettings asApplied() {
        return new LlmSettings(true, provider.key(), model, temperature, maxOutputTokens, baseUrl, dryRun);
    }
}
