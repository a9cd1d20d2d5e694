package dev.touchstone.events.inbox;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.outbox.CausalClock;
import dev.touchstone.events.outbox.Witnesses;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Remembers which events a handler has dealt with, in the transaction of their effect. */
@ApplicationScoped
public class Inbox {

    private static final String INSERT = """
            insert into inbox (handler, event_id) values (:handler, :event) on conflict do nothing""";

    private final CausalClock clock;
    private final Witnesses witnesses;

    Inbox(CausalClock clock, Witnesses witnesses) {
        this.clock = clock;
        this.witnesses = witnesses;
    }

    /** As {@link #firstTime}; the first time whatever is said from then on comes after the event. */
    Uni<Boolean> hear(String handler, StageEvent event) {
        return firstTime(handler, event.id()).call(first -> first
                ? clock.hear(event).chain(() -> witnesses.saw(event))
                : Uni.createFrom().voidItem());
    }

    /** True the first time, false for every further delivery. */
    public Uni<Boolean> firstTime(String handler, UUID eventId) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(INSERT)
                .setParameter("handler", handler).setParameter("event", eventId).executeUpdate())
                .map(inserted -> inserted == 1);
    }
}
