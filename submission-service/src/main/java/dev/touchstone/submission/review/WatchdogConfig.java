package dev.touchstone.submission.review;

import java.time.Duration;

import jakarta.validation.Valid;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long work may take before it is offered again. A person may take any time, so there are no limits for that stage. */
@ConfigMapping(prefix = "touchstone.watchdog")
public interface WatchdogConfig {

    /** How often it is looked for what is due. */
    @WithDefault("15S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration every();

    /** The waits double up to this one. */
    @WithDefault("6H")
    @DurationMin(minutes = 1)
    @DurationMax(days = 7)
    Duration longestWait();

    @Valid
    Limits precheck();

    @Valid
    Limits security();

    @Valid
    Limits functional();

    @Valid
    Limits judge();

    @Valid
    Limits publish();

    /** For one stage. */
    interface Limits {

        /** From the request to the start. Longer than a usual queue. */
        @WithDefault("5M")
        @DurationMin(seconds = 10)
        @DurationMax(days = 7)
        Duration startWithin();

        /** From the start to the end. Longer than the slowest agent and all tries of a worker take. */
        @WithDefault("60M")
        @DurationMin(seconds = 10)
        @DurationMax(days = 7)
        Duration endWithin();
    }
}
