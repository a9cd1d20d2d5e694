package dev.touchstone.events.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.touchstone.events.EventDraft;

/**
 * What work may do while it runs. Every write checks the lease in its own transaction, so that a worker that was given
 * up cannot add to what its successor does. Methods block and may be called from several virtual threads.
 */
public interface Session {

    /** What an earlier try, or this one, stored under this name. */
    Optional<String> stored(String item);

    /**
     * Stores one item's result, with the events that belong to it. An item that is stored is never worked on again.
     *
     * @throws LeaseLost if another worker holds the job now, or it was stopped
     */
    default void store(String item, String result, EventDraft... events) {
        store(Map.of(item, result), events);
    }

    /**
     * Stores several items' results at once, all or none: what came at the same time costs one transaction.
     *
     * @throws LeaseLost if another worker holds the job now, or it was stopped
     */
    void store(Map<String, String> results, EventDraft... events);

    /**
     * Tells an event at once.
     *
     * @throws LeaseLost if another worker holds the job now, or it was stopped
     */
    void tell(EventDraft event);

    /** Tells how far the work is, at most once a second; what comes faster is left out, but never that all is done. */
    void progress(int done, int total);

    /** All that is stored so far, in the order of storing. */
    List<String> storedItems();
}
