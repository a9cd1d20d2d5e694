package dev.touchstone.sandbox.functional;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How functional accuracy is measured, and what passes. */
@ConfigMapping(prefix = "touchstone.functional")
public interface FunctionalConfig {

    /** The most scenarios of one attempt. */
    @WithDefault("24")
    @Min(1)
    @Max(1000)
    int maxScenarios();

    /** How many scenarios of one attempt are under way at a time. */
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int sideBySide();

    /**
     * The largest distance from the expectation at which an answer passes. Of answers on the topic none was farther than
     * 0.6, of those on other topics hardly one nearer.
     */
    @WithDefault("0.55")
    @DecimalMin("0")
    @DecimalMax("1")
    double passDistance();

    /** The smallest distance at which it fails; what lies between is for a person. */
    @WithDefault("0.75")
    @DecimalMin("0")
    @DecimalMax("1")
    double failDistance();

    /** So many characters of an answer are read and kept; secrets are masked in the whole of it first. */
    @WithDefault("16000")
    @Min(1_000)
    @Max(100_000)
    int longestAnswer();

    Gate gate();

    /** The most, or the least, that still passes, of all scenarios. */
    interface Gate {

        @WithDefault("0.5")
        @DecimalMin("0")
        @DecimalMax("1")
        double minPassRate();

        @WithDefault("0.25")
        @DecimalMin("0")
        @DecimalMax("1")
        double maxFailRate();

        @WithDefault("0.2")
        @DecimalMin("0")
        @DecimalMax("1")
        double maxErrorRate();
    }
}
