package dev.touchstone.events;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where an event comes from.
 *
 * @param id UUIDv7; consumers know a second delivery by it
 * @param source the sending service, as {@code /touchstone/<service>}
 * @param occurredAt UTC, to the microsecond
 * @param actor who caused it
 */
@RegisterForReflection
public record Origin(UUID id, URI source, Instant occurredAt, Actor actor) {

    public Origin {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }
}
