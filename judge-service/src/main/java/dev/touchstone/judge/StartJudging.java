package dev.touchstone.judge;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.inbox.Receiver;
import dev.touchstone.events.jobs.Jobs;
import dev.touchstone.events.jobs.Stops;
import io.smallrye.mutiny.Uni;

/** Makes a request for the judge stage a job; a request for an earlier one ends the judging that it makes pointless. */
@ApplicationScoped
class StartJudging {

    private final Receiver receiver;
    private final Jobs jobs;
    private final Stops stops;

    StartJudging(Receiver receiver, Jobs jobs, Stops stops) {
        this.receiver = receiver;
        this.jobs = jobs;
        this.stops = stops;
    }

    @Incoming("stage-requests")
    Uni<Void> handle(ConsumerRecord<String, byte[]> message) {
        return receiver.receive("StartJudging", message, this::start);
    }

    private Uni<Void> start(StageEvent event) {
        return stops.supersededBy(event).chain(() -> event.stage() == Stage.JUDGE && event.body() instanceof Requested
                ? jobs.enqueue(event).replaceWithVoid()
                : Uni.createFrom().voidItem());
    }
}
