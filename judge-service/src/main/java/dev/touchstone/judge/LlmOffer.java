package dev.touchstone.judge;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.judge.jury.panel.Method;
import dev.touchstone.judge.llm.LlmConfig;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.llm.ModelSeat;
import dev.touchstone.judge.llm.ModelSettings;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Which models the operator has configured, and which others a request may name. Holds no key.
 *
 * @param enabled whether models judge where a request does not say
 * @param jurors in the order of their seats; a request's own provider, address and model go to the first
 */
@RegisterForReflection
@Schema(name = "LlmOffer", description = "Which models judge, and which others may be asked for in the place of the first")
record LlmOffer(@Schema(description = "Whether models judge where a request does not say") boolean enabled,
        List<Juror> jurors, Allowed allowed, Prompts prompts) {

    /** A configured model. */
    @RegisterForReflection
    record Juror(@Schema(examples = "first") String juror,
            @Schema(enumeration = {
                    "openai-compatible", "anthropic", "gemini" }) String provider,
            @Schema(examples = "gpt-4.1") String model, URI baseUrl, double temperature, int maxOutputTokens, boolean dryRun){

        static Juror of(ModelSettings model) {
            return new Juror(model.juror(), model.provider().key(), model.model(), model.baseUrl(), model.temperature(),
                    model.maxOutputTokens(), model.dryRun());
        }
    }

    /**
     * @param models null where any model of an allowed address may be named
     */
    @RegisterForReflection
    @Schema(name = "AllowedLlms")
    record Allowed(List<URI> baseUrls,
            @Schema(description = "null where any model of an allowed address may be named") @Nullable List<String> models) {
    }

    /** By what all models are asked, and how often each for an answer. */
    @RegisterForReflection
    record Prompts(@Schema(examples = "jury-2") String version, String digest, int samples) {
    }

    static LlmOffer of(LlmConfig operator, Method method) {
        List<Juror> jurors = seats(operator).flatMap(LlmOffer::usable).map(Juror::of).toList();
        List<URI> baseUrls = Stream.concat(jurors.stream().map(Juror::baseUrl),
                operator.allowedBaseUrls().orElse(List.of()).stream()).distinct().toList();
        List<String> allowed = operator.allowedModels().orElse(List.of());
        List<String> models = allowed.contains(LlmConfig.ANY) ? null
                : Stream.concat(jurors.stream().map(Juror::model), allowed.stream()).distinct().toList();
        return new LlmOffer(operator.enabled(), jurors, new Allowed(baseUrls, models),
                new Prompts(method.prompts(), method.promptsDigest(), method.samples()));
    }

    /** As they would be seated if somebody asked for models and left all else to the operator. */
    private static Stream<ModelSeat> seats(LlmConfig operator) {
        return switch (ModelChoice.of(operator, new LlmSettings(true, null, null, null, null, null, null))) {
            case ModelChoice.Off ignored -> Stream.empty();
            case ModelChoice.Seated(List<ModelSeat> seats) -> seats.stream();
        };
    }

    private static Stream<ModelSettings> usable(ModelSeat seat) {
        return switch (seat) {
            case ModelSeat.Usable(ModelSettings model) -> Stream.of(model);
            case ModelSeat.Unusable ignored -> Stream.empty();
        };
    }
}
