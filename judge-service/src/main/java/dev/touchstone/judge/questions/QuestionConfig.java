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
    @WithDefault("12")
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
}
