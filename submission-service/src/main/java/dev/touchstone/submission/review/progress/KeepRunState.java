package dev.touchstone.submission.review.progress;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.inbox.Receiver;
import io.smallrye.mutiny.Uni;

/** Keeps what telemetry-service says of a W&amp;B run, for every answer that shows the run. */
@ApplicationScoped
class KeepRunState {

    private final Receiver receiver;
    private final RunStates states;

    KeepRunState(Receiver receiver, RunStates states) {
        this.receiver = receiver;
        this.states = states;
    }

    @Incoming("telemetry-events")
    Uni<Void> handle(ConsumerRecord<String, byte[]> message) {
        return receiver.receive("KeepRunState", message, this::keep);
    }

    private Uni<Void> keep(StageEvent event) {
        return event.body() instanceof RunStateChanged changed ? states.keep(event, changed) : Uni.createFrom().voidItem();
    }
}
