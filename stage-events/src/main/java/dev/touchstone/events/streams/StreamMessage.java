package dev.touchstone.events.streams;

import java.time.Duration;
import java.util.UUID;

import jakarta.ws.rs.sse.OutboundSseEvent;

import dev.touchstone.events.codec.EventJson;

/** What is said on a stream. */
public sealed interface StreamMessage {

    /** The name of the message after which nothing follows in this round. */
    String END = "end";

    /** The first: how long to wait before connecting again. */
    record Greeting(Duration retry) implements StreamMessage {
    }

    /**
     * Named by the event's id alone, so that a browser's onmessage hears every kind, also those it does not know.
     *
     * @param json on one line
     */
    record Said(UUID id, String json) implements StreamMessage {
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
            case Said(UUID id, String json) -> builder.id(id.toString()).data(String.class, json).build();
            case Heartbeat() -> builder.comment("still here").build();
            case End(String state) -> builder.name(END)
                    .data(String.class, EventJson.mapper().createObjectNode().put("state", state).toString()).build();
        };
    }
}
