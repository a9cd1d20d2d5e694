package dev.touchstone.events.jobs;

import java.time.Clock;

import jakarta.enterprise.context.Dependent;

import dev.touchstone.events.DeliveryConfig;

/** What workers are told from outside. */
@Dependent
class WorkersSetup {

    private final Clock clock;
    private final DeliveryConfig config;

    WorkersSetup(Clock clock, DeliveryConfig config) {
        this.clock = clock;
        this.config = config;
    }

    Clock clock() {
        return clock;
    }

    DeliveryConfig config() {
        return config;
    }
}
