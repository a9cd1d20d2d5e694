package dev.touchstone.events.outbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.StageEvent;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;

/** All that want to see the events of this service: none, where nothing implements {@link Witness}. */
@ApplicationScoped
public class Witnesses {

    private final List<Witness> witnesses;

    Witnesses(@All List<Witness> witnesses) {
        this.witnesses = witnesses;
    }

    /** One after the other: they share one database connection. */
    public Uni<Void> saw(StageEvent event) {
        Uni<Void> seen = Uni.createFrom().voidItem();
        for (Witness witness : witnesses) {
            seen = seen.chain(() -> witness.saw(event));
        }
        return seen;
    }
}
