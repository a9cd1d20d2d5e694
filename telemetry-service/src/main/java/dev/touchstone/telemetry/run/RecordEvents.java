package dev.touchstone.telemetry.run;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.touchstone.events.inbox.Receiver;
import io.smallrye.mutiny.Uni;

/** One event, one row: whatever is told of a review becomes a line of its W&amp;B run. */
@ApplicationScoped
class RecordEvents {

    private final Receiver receiver;
    private final Runs runs;

    RecordEvents(Receiver receiver, Runs runs) {
        this.receiver = receiver;
        this.runs = runs;
    }

    @Incoming("events")
    Uni<Void> handle(ConsumerRecord<String, byte[]> message) {
        return receiver.receive("RecordEvents", message, runs::record);
    }
}
