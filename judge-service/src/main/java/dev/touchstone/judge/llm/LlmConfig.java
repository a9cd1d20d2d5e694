package dev.touchstone.judge.llm;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The models that may sit on the jury. A request can choose among what the operator allows, and nothing else. */
@ConfigMapping(prefix = "touchstone.judge.llm")
public interface LlmConfig {

    /** Where any model may be asked for; who is judged then chooses among all that a host has. */
    String ANY = "*";

    /** Whether models judge where the request does not say. */
    @WithDefault("false")
    boolean enabled();

    /**
     * By the names of their seats, in whose order they are seated; a request's own provider, address and model go to the first.
     */
    Map<String, JurorConfig> jurors();

    /** Addresses that a request may name besides those of the jurors. Any other is never connected to. */
    Optional<List<URI>> allowedBaseUrls();

    /** Models that a request may name besides those of the jurors; {@link #ANY} for all of an allowed address. */
    Optional<List<String>> allowedModels();

    /** How often one prompt is sent after time-outs, 408, 429 and 5xx before it counts as not answered. */
    @WithDefault("3")
    @Min(1)
    @Max(10)
    int tries();

    /** The wait before the second try where the model's host names none; doubled for each further one. */
    @WithDefault("1S")
    Duration retryWait();

    /**
     * For one reply, from the connection to its end: a model takes long for a good answer, but a jury must not wait for ever.
     */
    @WithDefault("60S")
    Duration timeout();

    /** The largest answer of a model's host that is read, in bytes: many times what the most tokens can make. */
    @WithDefault("1048576")
    @Min(1024)
    @Max(67_108_864)
    int replyBytes();

    /** A {@code Retry-After} longer than this is not waited for. */
    @WithDefault("30S")
    Duration longestWait();

    /** How long a prompt waits for its juror's rate and for a place at the host before it counts as not answered. */
    @WithDefault("2M")
    Duration longestQueue();

    /** How many requests to one host this replica has under way at a time. */
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int sideBySide();

    Budget budget();

    Cache cache();

    /** What one attempt may take of all models together. The prompt that passes a limit is the last one that is asked. */
    interface Budget {

        /** Prompts, whatever came of them; each is sent {@link LlmConfig#tries} times at most. */
        @WithDefault("1000")
        @Min(1)
        int calls();

        /** Read and written; where a host counts none, the most that a prompt can have taken. */
        @WithDefault("5000000")
        @Min(1)
        long tokens();

        /** From the beginning, or from where an attempt is taken up again; what is under way then is waited for. */
        @WithDefault("45M")
        Duration time();

        /** In US dollars; every juror needs a price then. Without it there is no limit of the cost. */
        Optional<BigDecimal> usd();
    }

    /** Replies that are kept, so that the same prompt to the same model is paid once. */
    interface Cache {

        @WithDefault("true")
        boolean enabled();

        /** How long a reply is used after it came. */
        @WithDefault("30D")
        Duration keep();

        /** How many replies are kept at most; the oldest go first. */
        @WithDefault("100000")
        @Min(1)
        int replies();
    }
}
