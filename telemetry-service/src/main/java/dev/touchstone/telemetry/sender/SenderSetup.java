package dev.touchstone.telemetry.sender;

import java.time.Clock;

import jakarta.enterprise.context.Dependent;

/** What the sender is told from outside. */
@Dependent
class SenderSetup {

    private final Clock clock;
    private final SenderConfig config;
    private final Wandb wandb;

    SenderSetup(Clock clock, SenderConfig config, Wandb wandb) {
        this.clock = clock;
        this.config = config;
        this.wandb = wandb;
    }

    Clock clock() {
        return clock;
    }

    SenderConfig config() {
        return config;
    }

    boolean hasKey() {
        return wandb.hasKey();
    }
}
