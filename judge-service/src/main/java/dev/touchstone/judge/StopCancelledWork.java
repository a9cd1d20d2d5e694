package dev.touchstone.judge;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.touchstone.events.OwnerStatement.Cancelled;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.inbox.Receiver;
import dev.touchstone.events.jobs.Stops;
import io.smallrye.mutiny.Uni;

/** Asks no juror and no agent anything more of a cancelled review, whichever replica works on it. */
@ApplicationScoped
class StopCancelledWork {

    private final Receiver receiver;
    private final Stops stops;

    StopCancelledWork(Receiver receiver, Stops stops) {
        this.receiver = receiver;
        this.stops = stops;
    }

    @Incoming("review-ends")
    Uni<Void> handle(ConsumerRecord<String, byte[]> message) {
        return receiver.receive("StopCancelledWork", message, this::stop);
    }

    private Uni<Void> stop(StageEvent event) {
        return event.body() instanceof Cancelled ? stops.endOfRound(event) : Uni.createFrom().voidItem();
    }
}
