package dev.touchstone.submission.review;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.touchstone.events.inbox.Receiver;
import io.smallrye.mutiny.Uni;

/** Hears what every stage says and lets it change the review. */
@ApplicationScoped
class FollowReview {

    private final Receiver receiver;
    private final Reviews reviews;

    FollowReview(Receiver receiver, Reviews reviews) {
        this.receiver = receiver;
        this.reviews = reviews;
    }

    @Incoming("stage-events")
    Uni<Void> handle(ConsumerRecord<String, byte[]> message) {
        return receiver.receive("FollowReview", message, reviews::advance);
    }
}
