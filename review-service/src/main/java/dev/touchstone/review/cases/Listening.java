package dev.touchstone.review.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.outbox.WakeUp;
import dev.touchstone.events.streams.OpenStreams;
import dev.touchstone.events.streams.Seats;
import dev.touchstone.review.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** The open streams of this replica, from its start to its end. */
@ApplicationScoped
class Listening {

    private static final String TABLE = "timeline";

    @Produces
    @Singleton
    OpenStreams open(Events events, WakeUp wakeUp, ListeningConfig config, DeliveryConfig delivery) {
        return new OpenStreams(new OpenStreams.Place(TABLE, events::newest, Listening::refusal), wakeUp, config, delivery);
    }

    void start(@Observes StartupEvent event, OpenStreams streams, MeterRegistry meters) {
        meters.gaugeCollectionSize("touchstone.event.streams", Tags.empty(), streams.open());
        streams.start();
    }

    void stop(@Observes ShutdownEvent event, OpenStreams streams) {
        streams.stop();
    }

    private static HttpProblem refusal(Seats.Refusal why, String detail) {
        HttpProblem.Builder problem = switch (why) {
            case WATCHER_HAS_TOO_MANY -> Problems.of(429, "too-many-streams", "You listen to too many reviews at a time");
            case ALL_ARE_TAKEN -> Problems.of(503, "streams-exhausted", "Too many reviews are being listened to");
        };
        return problem.withDetail(detail).withHeader("Retry-After", Seats.RETRY_SECONDS).build();
    }
}
