package dev.touchstone.judge;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.inbox.Receiver;
import dev.touchstone.events.jobs.Jobs;
import io.smallrye.mutiny.Uni;

/** Makes a request for the judge stage a job. */
@ApplicationScoped
class StartJudging {

    private final Receiver receiver;
    private final Jobs jobs;

    StartJudging(Receiver receiver, Jobs jobs) {
        this.receiver = receiver;
        this.jobs = jobs;
    }

    @Incoming("stage-requests")
    Uni<Void> handle(ConsumerRecord<String, byte[]> message) {
        return receiver.receive("StartJudging", message, this::start);
    }

    private Uni<Void> start(StageEvent event) {
        return event.stage() == Stage.JUDGE && event.body() instanceof Requested ? jobs.enqueue(event).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
