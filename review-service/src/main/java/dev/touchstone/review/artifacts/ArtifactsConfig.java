package dev.touchstone.review.artifacts;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How artifacts are fetched from the services that made them. */
@ConfigMapping(prefix = "touchstone.artifacts")
interface ArtifactsConfig {

    /** The most that is fetched, in bytes: a file is held in memory until its digest is checked. */
    @WithDefault("67108864")
    @Min(1024)
    @Max(1_073_741_824)
    int largest();

    /** How long a fetch may take. */
    @WithDefault("20S")
    Duration timeout();
}
