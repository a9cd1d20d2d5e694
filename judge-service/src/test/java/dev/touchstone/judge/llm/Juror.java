package dev.touchstone.judge.llm;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A juror as it would be configured. */
record Juror(Provider provider, Optional<URI> baseUrl, Optional<String> apiKey, String model, double temperature,
        int maxOutputTokens, boolean dryRun, Structured structured, Optional<List<String>> servedAs, @Nullable Price ofModel,
        int callsPerMinute) implements JurorConfig {

    static Juror at(URI baseUrl, String model) {
        return new Juror(Provider.OPENAI, Optional.of(baseUrl), Optional.empty(), model, 0, 1024, false, Structured.SCHEMA,
                Optional.empty(), null, 600);
    }

    /** At its provider's own address. */
    static Juror of(Provider provider, String model) {
        return new Juror(provider, Optional.empty(), Optional.of("key-of-" + provider.key()), model, 0, 1024, false,
                Structured.SCHEMA, Optional.empty(), null, 600);
    }

    Juror keyed(String key) {
        return new Juror(provider, baseUrl, Optional.of(key), model, temperature, maxOutputTokens, dryRun, structured, servedAs,
                ofModel, callsPerMinute);
    }

    Juror tuned(double warm, int tokens, int perMinute) {
        return new Juror(provider, baseUrl, apiKey, model, warm, tokens, dryRun, structured, servedAs, ofModel, perMinute);
    }

    Juror servedAs(String... names) {
        return new Juror(provider, baseUrl, apiKey, model, temperature, maxOutputTokens, dryRun, structured,
                Optional.of(List.of(names)), ofModel, callsPerMinute);
    }

    Juror priced(String input, String output) {
        return new Juror(provider, baseUrl, apiKey, model, temperature, maxOutputTokens, dryRun, structured, servedAs,
                new Price(new BigDecimal(input), new BigDecimal(output)), callsPerMinute);
    }

    @Override
    public Optional<BigDecimal> inputPrice() {
        return Optional.ofNullable(ofModel).map(Price::input);
    }

    @Override
    public Optional<BigDecimal> outputPrice() {
        return Optional.ofNullable(ofModel).map(Price::output);
    }
}
