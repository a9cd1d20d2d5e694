package dev.touchstone.sandbox.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Bearer tokens that agents ask for, by the name that a submission gives them: {@code organization/name}. */
    Map<String, Secret> secrets();

    /** A bearer token. Exactly one of value and file is there. */
    interface Secret {

        Optional<String> value();

        /** Holds the token and nothing else; white space around it is no part of it. Read once, at the start. */
        Optional<Path> valueFile();

        /** The only ones that it is ever sent to: {@code host} for port 443, or {@code host:port}; exactly. */
        Optional<List<String>> hosts();
    }
}
