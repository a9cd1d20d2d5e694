package dev.touchstone.submission.review.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.outbox.WakeUp;
import dev.touchstone.events.streams.OpenStreams;
import dev.touchstone.events.streams.Seats;
import dev.touchstone.submission.ProblemType;
import dev.touchstone.submission.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** The open streams of this replica, from its start to its end. */
@ApplicationScoped
class EventStreams {

    private static final String TABLE = "review_event";

    @Produces
    @Singleton
    OpenStreams open(EventLog log, WakeUp wakeUp, ProgressConfig config, DeliveryConfig delivery) {
        return new OpenStreams(new OpenStreams.Place(TABLE, log::newest, EventStreams::refusal), wakeUp, config, delivery);
    }

    void start(@Observes StartupEvent event, OpenStreams streams, MeterRegistry meters) {
        meters.gaugeCollectionSize("touchstone.event.streams", Tags.empty(), streams.open());
        streams.start();
    }

    void stop(@Observes ShutdownEvent event, OpenStreams streams) {
        streams.stop();
    }

    private static HttpProblem refusal(Seats.Refusal why, String detail) {
        ProblemType type = switch (why) {
            case WATCHER_HAS_TOO_MANY -> ProblemType.TOO_MANY_STREAMS;
            case ALL_ARE_TAKEN -> ProblemType.STREAMS_EXHAUSTED;
        };
        return Problems.of(type).withDetail(detail).withHeader("Retry-After", Seats.RETRY_SECONDS).build();
    }
}
