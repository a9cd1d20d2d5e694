package dev.touchstone.judge.llm;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The model that may sit on the jury. A request can choose among what the operator allows, and nothing else. */
@ConfigMapping(prefix = "touchstone.judge.llm")
public interface LlmConfig {

    /** Whether a model judges where the request does not say. A model needs a base URL and a name in any case. */
    @WithDefault("false")
    boolean enabled();

    /** Of the OpenAI-compatible API, up to and without {@code /chat/completions}. */
    Optional<URI> baseUrl();

    /** Sent to {@link #baseUrl} only, never to an address from a request. By environment only. */
    Optional<String> apiKey();

    /** The model that judges where the request does not name one. */
    Optional<String> model();

    /** 0 repeats best. */
    @WithDefault("0")
    @DecimalMin("0")
    @DecimalMax("2")
    double temperature();

    /** Of each answer of the model; a longer one is cut, does not parse, and is asked for again once. */
    @WithDefault("1024")
    @Min(1)
    @Max(8192)
    int maxOutputTokens();

    /** Prompts are made and kept, but not sent. */
    @WithDefault("false")
    boolean dryRun();

    /** Other base URLs that a request may name. An address from a request is otherwise never connected to. */
    Optional<List<URI>> allowedBaseUrls();

    /** Models that a request may name besides {@link #model}; where nothing is listed, any of an allowed host. */
    Optional<List<String>> allowedModels();

    /** How often one prompt is sent after time-outs, 408, 429 and 5xx before the juror abstains. */
    @WithDefault("3")
    @Min(1)
    @Max(10)
    int tries();

    /** The wait before the second try where the model's host names none; doubled for each further one. */
    @WithDefault("1S")
    Duration retryWait();

    /** For one reply: a model takes long for a good answer, but a jury must not wait for ever. */
    @WithDefault("60S")
    Duration timeout();

    /** The largest answer of a model's host that is read, in bytes: many times what {@link #maxOutputTokens} can make. */
    @WithDefault("1048576")
    @Min(1024)
    @Max(67_108_864)
    int replyBytes();

    /** A {@code Retry-After} longer than this is not waited for. */
    @WithDefault("30S")
    Duration longestWait();
}
