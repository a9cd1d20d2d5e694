package dev.touchstone.events.outbox;

import dev.touchstone.events.StageEvent;
import io.smallrye.mutiny.Uni;

/**
 * Keeps what a service says or hears of a review. A port: a service that shows its events to others implements it, most
 * do not. It is called in the transaction in which an event is said or takes effect, after the lock of the review's
 * causal clock was taken, so that what it stores of one review is committed in the order in which it was stored. It sees
 * what it says itself twice, the second time when it is heard.
 */
public interface Witness {

    /** Joins the caller's transaction; a failure makes the event unsaid, or undoes its effect. */
    Uni<Void> saw(StageEvent event);
}
