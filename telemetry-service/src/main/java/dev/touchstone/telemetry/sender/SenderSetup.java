package dev.touchstone.telemetry.sender;

import java.time.Clock;

import jakarta.enterprise.context.Dependent;

import dev.touchstone.telemetry.WandbConfig;

/** What the sender is told from outside. */
@Dependent
class SenderSetup {

    private final Clock clock;
    private final SenderConfig config;

    SenderSetup(Clock clock, SenderConfig config, WandbConfig wandb) {
        // One step makes four requests at most: who are we, what can you do, upsert, resume.
        if (config.lease().compareTo(wandb.requestTimeout().multipliedBy(4)) < 0) {
            throw new IllegalStateException("touchstone.sender.lease must be at least four times "
                    + "touchstone.wandb.request-timeout, or two writers could meet in one run");
        }
        this.clock = clock;
        this.config = config;
    }

    Clock clock() {
        return clock;
    }

    SenderConfig config() {
        return config;
    }
}
