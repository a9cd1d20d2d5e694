package dev.touchstone.telemetry.sender;

import java.time.Clock;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.telemetry.wandb.Backoff;

/** What a writer is told from outside. */
@ApplicationScoped
class WriterSetup {

    private final Clock clock;
    private final Times times;
    private final Consequence consequence;
    private final RequestMeters meters;
    private final ProjectPace pace;

    WriterSetup(Clock clock, SenderConfig config, RequestMeters meters, ProjectPace pace) {
        this.clock = clock;
        this.times = Times.of(config);
        this.consequence = new Consequence(times,
                new Backoff(config.retryWait(), config.longestRetryWait(), RandomGenerator.getDefault()),
                config.parkedWait());
        this.meters = meters;
        this.pace = pace;
    }

    Clock clock() {
        return clock;
    }

    Times times() {
        return times;
    }

    Consequence consequence() {
        return consequence;
    }

    ProjectPace pace() {
        return pace;
    }

    RequestMeters meters() {
        return meters;
    }
}
