package dev.touchstone.telemetry.sender;

import java.time.Duration;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How runs are sent. */
@ConfigMapping(prefix = "touchstone.sender")
public interface SenderConfig {

    /** How many runs this replica sends at a time; of one run it is one request at a time in any case. */
    @WithDefault("8")
    @Min(1)
    @Max(256)
    int concurrency();

    /**
     * How long a replica may be silent before the others take over what it holds. It says every quarter of it that it lives,
     * and stops writing after three quarters without having been heard.
     */
    @WithDefault("12S")
    @DurationMin(millis = 400)
    @DurationMax(minutes = 10)
    Duration lease();

    /** The least time between two requests of one run: W&amp;B allows two a second. */
    @WithDefault("0.5S")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 1)
    Duration pacing();

    /**
     * How many requests a second all replicas together make to one project. W&amp;B allows this many where it runs for one
     * company; in its cloud it says by headers what it allows, which counts in any case.
     */
    @WithDefault("500")
    @DecimalMin("0.01")
    @DecimalMax("10000")
    double projectRate();

    /** After so long without a request a heartbeat is sent; W&amp;B takes a silent run for crashed. */
    @WithDefault("30S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 2)
    Duration heartbeat();

    /** How long the record of an ended review must be quiet before its run is finished. */
    @WithDefault("3S")
    @DurationMin(millis = 0)
    @DurationMax(minutes = 10)
    Duration quietPeriod();

    /** After so long without an accepted request the run is resumed, since W&amp;B may have taken it for crashed. */
    @WithDefault("2M")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration resumeAfter();

    /** The wait before the second try; doubled for each further one. */
    @WithDefault("2S")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 1)
    Duration retryWait();

    @WithDefault("60S")
    @DurationMin(millis = 1)
    @DurationMax(hours = 1)
    Duration longestRetryWait();

    /** How long a run waits after W&amp;B refused it for a reason that trying again does not change. */
    @WithDefault("15M")
    @DurationMin(millis = 1)
    @DurationMax(hours = 24)
    Duration parkedWait();

    /** How often the sender looks without having been told. Only a safety net for a lost notification. */
    @WithDefault("5S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration pollInterval();

    /** How often the figures of what waits are counted. */
    @WithDefault("10S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 5)
    Duration backlogInterval();
}
