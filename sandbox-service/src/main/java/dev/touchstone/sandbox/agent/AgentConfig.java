package dev.touchstone.sandbox.agent;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How an agent is asked. */
@ConfigMapping(prefix = "touchstone.agent")
public interface AgentConfig {

    /** How long an answer may take, with retries and, where the agent answers with a task, with waiting for its end. */
    @WithDefault("60S")
    Duration answerTimeout();

    /** The wait before a task is asked for the first time; half as much again for each further one. */
    @WithDefault("0.5S")
    Duration pollWait();

    /** The longest wait between two looks at a task. */
    @WithDefault("5S")
    Duration longestPollWait();
}
