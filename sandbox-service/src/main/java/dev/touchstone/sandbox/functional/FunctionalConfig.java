package dev.touchstone.sandbox.functional;

import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How functional accuracy is measured, and what passes. */
@ConfigMapping(prefix = "touchstone.functional")
public interface FunctionalConfig {

    /** The most scenarios of one attempt that come from the card. */
    @WithDefault("24")
    @Min(1)
    @Max(1000)
    int maxScenarios();

    /** Suites of scenarios that are asked besides, of which each agent gets what concerns it; empty for none. */
    @WithDefault("touchstone-basics")
    Optional<List<String>> suites();

    /** The most scenarios of one attempt that come from suites: a card cannot crowd them out. */
    @WithDefault("24")
    @Min(1)
    @Max(1000)
    int maxSuiteScenarios();

    /** How many more have a second question that only makes sense after the first answer; at most one a language. */
    @WithDefault("2")
    @Min(0)
    @Max(2)
    int dialogues();

    /** How many scenarios of one attempt are under way at a time. */
    @WithDefault("8")
    @Min(1)
    @Max(64)
    int sideBySide();

    /**
     * The largest distance from the expectation at which an English answer passes. All bounds were measured with the model
     * in the jar and the labelled answers in the tests.
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

    /** The same in Japanese, where most of the distance goes by words. */
    @WithDefault("0.7")
    @DecimalMin("0")
    @DecimalMax("1")
    double japanesePassDistance();

    @WithDefault("0.8")
    @DecimalMin("0")
    @DecimalMax("1")
    double japaneseFailDistance();

    /** The model in the jar was trained on English. 0 for one that knows Japanese: then words do not count. */
    @WithDefault("0.8")
    @DecimalMin("0")
    @DecimalMax("1")
    double japaneseWordsWeight();

    /** How many scenarios of one attempt the LLM evaluator is asked about, where a language model is configured. */
    @WithDefault("64")
    @Min(0)
    @Max(2100)
    int evaluatorQuestions();

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
