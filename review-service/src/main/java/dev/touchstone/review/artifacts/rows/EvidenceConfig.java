package dev.touchstone.review.artifacts.rows;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the stages' files is kept to be looked at. */
@ConfigMapping(prefix = "touchstone.evidence")
interface EvidenceConfig {

    /** Forgotten so long after somebody last looked. */
    @WithDefault("P30D")
    Duration keep();

    /** The most that is kept, as bytes of the files; the ones that nobody looks at are forgotten first. */
    @WithDefault("2147483648")
    @Min(67_108_864)
    @Max(1_099_511_627_776L)
    long most();

    /** How long a page waits for a file that is not kept yet, before it says so. */
    @WithDefault("3S")
    Duration patience();
}
