package dev.touchstone.submission.review;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.inbox.Receiver;
import dev.touchstone.events.jobs.Jobs;
import io.smallrye.mutiny.Uni;

/** Makes the requests of the two stages that this service carries out jobs of its own. */
@ApplicationScoped
class AcceptStageRequest {

    private final Receiver receiver;
    private final Jobs jobs;

    AcceptStageRequest(Receiver receiver, Jobs jobs) {
        this.receiver = receiver;
        this.jobs = jobs;
    }

    @Incoming("stage-requests")
    Uni<Void> handle(ConsumerRecord<String, byte[]> message) {
        return receiver.receive("AcceptStageRequest", message, this::accept);
    }

    private Uni<Void> accept(StageEvent request) {
        return switch (request.stage()) {
            case PRECHECK, PUBLISH -> jobs.enqueue(request).replaceWithVoid();
            case SECURITY, FUNCTIONAL, JUDGE, HUMAN -> Uni.createFrom().voidItem();
        };
    }
}
