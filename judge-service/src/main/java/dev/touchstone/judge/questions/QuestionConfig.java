package dev.touchstone.judge.questions;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much the agent is asked. */
@ConfigMapping(prefix = "touchstone.judge.questions")
public interface QuestionConfig {

    /** The most questions of one attempt. */
    @WithDefault("16")
    @Min(3)
    @Max(100)
    int limit();

    /** The largest card that is read, in bytes. */
    @WithDefault("1048576")
    @Min(1024)
    @Max(67_108_864)
    int cardBytes();

    /** For fetching the card. */
    @WithDefault("10S")
    Duration cardTimeout();

    /** The largest file of an earlier stage that is read, in bytes. */
    @WithDefault("16777216")
    @Min(1024)
    @Max(268_435_456)
    int findingsBytes();

    /** For fetching one such file. */
    @WithDefault("10S")
    Duration findingsTimeout();

    /** Whether the first model on the jury proposes questions as well. */
    @WithDefault("false")
    boolean byModel();
}
