package dev.touchstone.submission.intake;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How submissions are taken in. */
@ConfigMapping(prefix = "touchstone.intake")
interface IntakeConfig {

    /** How long the sandbox may take to vet an address; a submission is accepted with a warning when it is over. */
    @WithDefault("2S")
    Duration vetTimeout();

    /** The most bytes of a request; quarkus.http.limits.max-body-size must not be less. */
    @WithDefault("1048576")
    @Min(1024)
    @Max(2_097_152)
    long maxBytes();
}
