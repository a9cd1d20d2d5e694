package dev.touchstone.judge.llm;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.LlmSettings;

/**
 * Gives every configured juror its seat. How warm, how long and whether at all models are asked is a request's to say for all
 * of them; whom to ask it can say for the first only: who is judged must not empty the bench.
 */
record Seating(LlmConfig operator, LlmSettings wish) {

    /** Provider, address and model that a request names; null each where it leaves them to the operator. */
    private record Other(@Nullable String provider, @Nullable URI baseUrl, @Nullable String model) {

        static final Other NONE = new Other(null, null, null);

        Optional<Provider> provider(JurorConfig juror) {
            return provider == null ? Optional.of(juror.provider()) : Provider.named(provider);
        }

        /** Another provider does not speak at the juror's own address. */
        Optional<URI> baseUrl(JurorConfig juror, Provider asked) {
            return Optional.ofNullable(baseUrl).map(Provider::withoutSlash)
                    .or(() -> asked == juror.provider() ? juror.address() : asked.ownBaseUrl());
        }

        String model(JurorConfig juror) {
            return model == null ? juror.model() : model;
        }
    }

    /** The juror whose address is asked: the seat's own, else the first by name; empty where the address is nobody's own. */
    static Optional<JurorConfig> hostOf(ModelSettings settings, LlmConfig operator) {
        return Stream.concat(Stream.ofNullable(operator.jurors().get(settings.juror())),
                new TreeMap<>(operator.jurors()).values().stream())
                .filter(juror -> juror.provider() == settings.provider()
                        && juror.address().filter(settings.baseUrl()::equals).isPresent())
                .findFirst();
    }

    List<ModelSeat> seats() {
        List<ModelSeat> seats = new ArrayList<>();
        Other first = new Other(wish.provider(), wish.baseUrl(), wish.model());
        new TreeMap<>(operator.jurors())
                .forEach((name, juror) -> seats.add(seat(name, juror, seats.isEmpty() ? first : Other.NONE)));
        return seats;
    }

    private ModelSeat seat(String name, JurorConfig juror, Other other) {
        Optional<Provider> provider = other.provider(juror);
        if (provider.isEmpty()) {
            return new ModelSeat.Unusable(name, "The LLM provider that was asked for is not supported.");
        }
        Optional<URI> baseUrl = other.baseUrl(juror, provider.get());
        if (baseUrl.isEmpty()) {
            return new ModelSeat.Unusable(name, "The LLM provider that was asked for needs an address.");
        }
        ModelSettings settings = settings(name, juror,
                new ModelSettings(name, provider.get(), baseUrl.get(), other.model(juror), 0, 0, false));
        return problem(settings).<ModelSeat> map(why -> new ModelSeat.Unusable(name, why))
                .orElseGet(() -> new ModelSeat.Usable(settings));
    }

    private ModelSettings settings(String name, JurorConfig juror, ModelSettings who) {
        boolean own = who.provider() == juror.provider() && juror.address().filter(who.baseUrl()::equals).isPresent()
                && who.model().equals(juror.model());
        return new ModelSettings(name, who.provider(), who.baseUrl(), who.model(), or(wish.temperature(), juror.temperature()),
                or(wish.maxOutputTokens(), juror.maxOutputTokens()), or(wish.dryRun(), juror.dryRun()),
                own ? new ModelFacts(juror.servedAs().orElse(List.of()), juror.price().orElse(null)) : ModelFacts.NONE);
    }

    private Optional<String> problem(ModelSettings settings) {
        if (!addresses().anyMatch(settings.baseUrl()::equals)) {
            return Optional.of("The LLM address that was asked for is not allowed by the operator.");
        }
        if (!mayJudge(settings.model())) {
            return Optional.of("The LLM model that was asked for is not allowed by the operator.");
        }
        if (settings.temperature() < 0 || settings.temperature() > settings.provider().hottest()
                || settings.maxOutputTokens() < 1 || settings.maxOutputTokens() > LlmSettings.MOST_OUTPUT_TOKENS) {
            return Optional.of("The LLM settings that were asked for are out of range.");
        }
        return operator.budget().usd().isPresent() && settings.facts().price() == null
                ? Optional.of("The LLM that was asked for has no price, and the operator limits the cost.")
                : Optional.empty();
    }

    /** The jurors' own and those allowed by name: a submitter must not choose who judges, nor where we connect to. */
    private Stream<URI> addresses() {
        return Stream.concat(operator.jurors().values().stream().flatMap(juror -> juror.address().stream()),
                operator.allowedBaseUrls().orElse(List.of()).stream().map(Provider::withoutSlash));
    }

    private boolean mayJudge(String model) {
        return operator.jurors().values().stream().anyMatch(juror -> juror.model().equals(model))
                || (!model.isBlank() && operator.allowedModels().orElse(List.of()).stream()
                        .anyMatch(allowed -> allowed.equals(LlmConfig.ANY) || allowed.equals(model)));
    }

    private static <T> T or(@Nullable T value, T other) {
        return value == null ? other : value;
    }
}
