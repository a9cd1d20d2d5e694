package dev.touchstone.review.letters;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.touchstone.events.inbox.Receiver;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

/** Keeps every dead letter, for operators. Whatever a letter holds, none is written about it. */
@ApplicationScoped
class KeepLetter {

    private final Receiver receiver;
    private final Letters letters;
    private final MeterRegistry meters;

    KeepLetter(Receiver receiver, Letters letters, MeterRegistry meters) {
        this.receiver = receiver;
        this.letters = letters;
        this.meters = meters;
    }

    @Incoming("letters")
    Uni<Void> handle(ConsumerRecord<String, byte[]> message) {
        return receiver.receiveLetter("KeepLetter", message, () -> letters.add(Letter.of(message))
                .invoke(() -> meters.counter("touchstone.letters.kept").increment()));
    }
}
