package dev.touchstone.sandbox.attempt;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What one attempt of a stage may take of an agent and of us. */
@ConfigMapping(prefix = "touchstone.attempt")
public interface BudgetConfig {

    /** How long it may be worked on; the time in which no worker has it does not count. */
    @WithDefault("1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration maxDuration();

    /** HTTP requests to the agent, with retries, redirects and looks at a task. */
    @WithDefault("10000")
    @Min(1)
    @Max(1_000_000)
    long maxRequests();

    /** Bytes of bodies, both ways, as they went over the wire. */
    @WithDefault("268435456")
    @Min(1_024)
    @Max(68_719_476_736L)
    long maxBytes();
}
