package dev.touchstone.judge.llm;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** One model on the jury. Bounds are checked with the rest, in {@link JurorRules}. */
public interface JurorConfig {

    /** {@code openai-compatible}, {@code anthropic} or {@code gemini}. */
    @WithConverter(ProviderConverter.class)
    @WithDefault("openai-compatible")
    Provider provider();

    /** Of the provider's API, up to and without the operation; needed where the provider has no address of its own. */
    Optional<URI> baseUrl();

    /** Sent to this juror's own address only. By environment only. Servers that one runs oneself may need none. */
    Optional<String> apiKey();

    String model();

    /** 0 repeats best; 2 at most, 1 for Anthropic. */
    @WithDefault("0")
    double temperature();

    /** Of each reply, 1 to 8192; a longer one is cut and cannot be used. */
    @WithDefault("1024")
    int maxOutputTokens();

    /** Prompts are made and kept, but not sent. */
    @WithDefault("false")
    boolean dryRun();

    /** How the host is told to keep to the reply's schema; the prompt holds the schema in any case. */
    @WithDefault("schema")
    Structured structured();

    /** Other names under which the host serves this very model: a reply under any other name counts as a fallback's. */
    Optional<List<String>> servedAs();

    /** In US dollars for a million tokens that the model reads. */
    Optional<BigDecimal> inputPrice();

    /** In US dollars for a million tokens that the model writes. */
    Optional<BigDecimal> outputPrice();

    /** Requests to the model in any one minute, of this replica. */
    @WithDefault("600")
    int callsPerMinute();

    /** Where it is found: its own address or its provider's; empty where neither is known. */
    default Optional<URI> address() {
        return baseUrl().or(provider()::ownBaseUrl).map(Provider::withoutSlash);
    }

    /** Empty where the operator does not say both. */
    default Optional<Price> price() {
        return inputPrice().flatMap(input -> outputPrice().map(output -> new Price(input, output)));
    }
}
