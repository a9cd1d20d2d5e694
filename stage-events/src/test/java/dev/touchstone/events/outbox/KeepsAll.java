package dev.touchstone.events.outbox;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.StageEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** A witness as a service has one. */
@ApplicationScoped
class KeepsAll implements Witness {

    @Override
    public Uni<Void> saw(StageEvent event) {
        return Panache.getSession().flatMap(session -> session
                .createNativeQuery("insert into witnessed (event_id) values (:id)").setParameter("id", event.id())
                .executeUpdate()).replaceWithVoid();
    }
}
