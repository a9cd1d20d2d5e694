package dev.touchstone.sandbox;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.inbox.Receiver;
import dev.touchstone.events.jobs.Jobs;
import io.smallrye.mutiny.Uni;

/** Makes a job of each request for a stage that is carried out here. */
@ApplicationScoped
class StartStageRun {

    private static final Set<Stage> CARRIED_OUT_HERE = Set.of(Stage.SECURITY, Stage.FUNCTIONAL);

    private final Receiver receiver;
    private final Jobs jobs;

    StartStageRun(Receiver receiver, Jobs jobs) {
        this.receiver = receiver;
        this.jobs = jobs;
    }

    @Incoming("stage-requests")
    Uni<Void> handle(ConsumerRecord<String, byte[]> message) {
        return receiver.receive("StartStageRun", message, this::enqueue);
    }

    private Uni<Void> enqueue(StageEvent request) {
        return CARRIED_OUT_HERE.contains(request.stage()) ? jobs.enqueue(request).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
