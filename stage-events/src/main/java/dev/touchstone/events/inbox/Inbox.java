package dev.touchstone.events.inbox;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Remembers which events a handler has dealt with, in the transaction of their effect. */
@ApplicationScoped
public class Inbox {

    private static final String INSERT = """
            insert into inbox (handler, event_id) values (:handler, :event) on conflict do nothing""";

    /** True the first time, false for every further delivery. */
    public Uni<Boolean> firstTime(String handler, UUID eventId) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(INSERT)
                .setParameter("handler", handler).setParameter("event", eventId).executeUpdate())
                .map(inserted -> inserted == 1);
    }
}
