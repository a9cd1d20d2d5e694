package dev.touchstone.telemetry.weave;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether traces go to W&amp;B Weave, and to which project. */
@ConfigMapping(prefix = "touchstone.weave")
public interface WeaveConfig {

    /** As {@code https://trace.wandb.ai/otel}. Nothing is passed on without it. */
    Optional<URI> endpoint();

    /** The W&amp;B user or team. */
    Optional<String> entity();

    Optional<String> project();

    /** Comes from the environment only. */
    @WithDefault("${touchstone.wandb.api-key:}")
    Optional<String> apiKey();

    /** How many bytes of traces may wait for Weave; what comes on top is dropped. */
    @WithDefault("8388608")
    @Min(65_536)
    @Max(1_073_741_824)
    long queueBytes();

    /** The most bytes that one export of a service may have, unpacked. */
    @WithDefault("4194304")
    @Min(65_536)
    @Max(67_108_864)
    int longestExport();

    @WithDefault("30S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 3)
    Duration requestTimeout();

    /** The wait before the second try; doubled for each further one. */
    @WithDefault("1S")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 1)
    Duration retryWait();

    @WithDefault("60S")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 10)
    Duration longestRetryWait();
}
