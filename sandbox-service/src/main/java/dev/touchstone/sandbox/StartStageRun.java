package dev.touchstone.sandbox;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.inbox.Receiver;
import dev.touchstone.events.jobs.Jobs;
import dev.touchstone.events.jobs.Stops;
import io.smallrye.mutiny.Uni;

/** Makes a job of each request for a stage that is carried out here, and ends what the request makes pointless. */
@ApplicationScoped
class StartStageRun {

    private static final Set<Stage> CARRIED_OUT_HERE = Set.of(Stage.SECURITY, Stage.FUNCTIONAL);

    private final Receiver receiver;
    private final Jobs jobs;
    private final Stops stops;

    StartStageRun(Receiver receiver, Jobs jobs, Stops stops) {
        this.receiver = receiver;
        this.jobs = jobs;
        this.stops = stops;
    }

    @Incoming("stage-requests")
    Uni<Void> handle(ConsumerRecord<String, byte[]> message) {
        return receiver.receive("StartStageRun", message, this::start);
    }

    private Uni<Void> start(StageEvent request) {
        return stops.supersededBy(request).chain(() -> CARRIED_OUT_HERE.contains(request.stage())
                ? jobs.enqueue(request).replaceWithVoid()
                : Uni.createFrom().voidItem());
    }
}
