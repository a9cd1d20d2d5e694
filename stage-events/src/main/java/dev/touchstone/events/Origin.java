package dev.touchstone.events;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where an event comes from.
 *
 * @param id UUIDv7; consumers know a second delivery by it
 * @param source the sending service, as {@code /touchstone/<service>}
 * @param occurredAt UTC, to the microsecond
 * @param actor who caused it
 * @param process what the sending process used when it emitted the event; null where that was not told. It is about the
 *        sending, not about the fact: it travels as headers and is not part of the payload, nor of what is kept of it
 */
@RegisterForReflection
public record Origin(UUID id, URI source, Instant occurredAt, Actor actor, @Nullable ProcessSample process) {

    public Origin {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    public Origin(UUID id, URI source, Instant occurredAt, Actor actor) {
        this(id, source, occurredAt, actor, null);
    }

    public Origin with(@Nullable ProcessSample newProcess) {
        return new Origin(id, source, occurredAt, actor, newProcess);
    }
}
