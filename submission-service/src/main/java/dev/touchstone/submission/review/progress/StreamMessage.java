package dev.touchstone.submission.review.progress;

import java.time.Duration;

import jakarta.ws.rs.sse.OutboundSseEvent;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.codec.EventJson;

/** What is said on a stream. */
sealed interface StreamMessage {

    /** The name of the message after which nothing follows in this round. */
    String END = "end";

    /** The first: how long to wait before connecting again. */
    record Greeting(Duration retry) implements StreamMessage {
    }

    /** Named by the event's id alone, so that a browser's onmessage hears every kind, also those it does not know. */
    record Said(KeptEvent event) implements StreamMessage {
    }

    /** Keeps the connection. */
    record Heartbeat() implements StreamMessage {
    }

    /** The review has ended, and everything was said. */
    record End(String state) implements StreamMessage {
    }

    default OutboundSseEvent as(OutboundSseEvent.Builder builder) {
        return switch (this) {
            case Greeting(Duration retry) -> builder.comment("the events of one review").reconnectDelay(retry.toMillis())
                    .build();
            case Said(KeptEvent event) -> builder.id(event.id().toString()).data(String.class, json(event)).build();
            case Heartbeat() -> builder.comment("still here").build();
            case End(String state) -> builder.name(END)
                    .data(String.class, json(EventJson.mapper().createObjectNode().put("state", state))).build();
        };
    }

    /** One line: the mapper does not indent. */
    private static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records of the contract can be written", impossible);
        }
    }
}
