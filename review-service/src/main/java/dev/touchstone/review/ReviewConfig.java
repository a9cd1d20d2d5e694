package dev.touchstone.review;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What reviewers are given time for. */
@ConfigMapping(prefix = "touchstone.review")
public interface ReviewConfig {

    /** How long a claim lasts after its holder was last seen with the case. */
    @WithDefault("30M")
    Duration claim();

    /** How soon a person answers what is asked; what waits longer is overdue. */
    @WithDefault("2D")
    Duration sla();
}
