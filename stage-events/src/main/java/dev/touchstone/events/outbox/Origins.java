package dev.touchstone.events.outbox;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

import dev.touchstone.events.Actor;
import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.Origin;

/** Makes the origins of what this service says. */
@ApplicationScoped
class Origins {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Clock clock;
    private final DeliveryConfig config;
    private final ProcessSampler process;

    Origins(Clock clock, DeliveryConfig config, ProcessSampler process) {
        this.clock = clock;
        this.config = config;
        this.process = process;
    }

    /** The origin of what is said now: by the actor, else by the service itself. */
    Origin now(Optional<Actor> actor) {
        return new Origin(IDS.generate(), URI.create("/touchstone/" + config.service()), clock.instant(),
                actor.orElseGet(() -> Actor.service(config.service())), process.sample());
    }
}
