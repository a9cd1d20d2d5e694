package dev.touchstone.events.jobs;

import java.util.List;
import java.util.function.Supplier;

import dev.touchstone.events.EventDraft;
import io.smallrye.mutiny.Uni;

/**
 * How an attempt ended.
 *
 * @param events told in this order, in the transaction that ends the job
 * @param effect a change of the service's own tables that belongs to the same transaction
 */
public record Outcome(List<EventDraft> events, Supplier<Uni<Void>> effect) {

    public Outcome {
        events = List.copyOf(events);
    }

    public static Outcome of(EventDraft... events) {
        return of(List.of(events));
    }

    public static Outcome of(List<EventDraft> events) {
        return new Outcome(events, () -> Uni.createFrom().voidItem());
    }

    public Outcome with(Supplier<Uni<Void>> newEffect) {
        return new Outcome(events, newEffect);
    }
}
