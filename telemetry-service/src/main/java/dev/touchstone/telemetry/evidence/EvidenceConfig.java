package dev.touchstone.telemetry.evidence;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How what belongs to a run is fetched from the services that made it. */
@ConfigMapping(prefix = "touchstone.evidence")
public interface EvidenceConfig {

    /** The most that one artifact may hold, in bytes; larger ones are refused. */
    @WithDefault("104857600")
    @Min(1024)
    @Max(10_737_418_240L)
    long largest();

    /** A table is made of a report up to this size, in bytes: unlike files it is held in memory. */
    @WithDefault("16777216")
    @Min(0)
    @Max(268_435_456)
    long largestTable();

    /** How many artifacts are on this replica's disk at a time; with {@code largest} that says how much room they take. */
    @WithDefault("2")
    @Min(1)
    @Max(64)
    int sideBySide();

    /** Where files are while they are uploaded. Nothing in it outlives the process. */
    @WithDefault("${java.io.tmpdir}/touchstone-evidence")
    Path directory();

    /** The longest that one file may take to be fetched. */
    @WithDefault("20S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration timeout();

    /** The wait before a file that could not be fetched is tried again; doubled for each further try. */
    @WithDefault("5S")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 10)
    Duration retryWait();

    @WithDefault("15M")
    @DurationMin(millis = 1)
    @DurationMax(hours = 6)
    Duration longestRetryWait();

    /** What could not be fetched for so long is given up, so that its run comes to an end. */
    @WithDefault("24H")
    @DurationMin(millis = 1)
    @DurationMax(days = 30)
    Duration longestWait();
}
