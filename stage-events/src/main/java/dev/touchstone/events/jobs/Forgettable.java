package dev.touchstone.events.jobs;

import java.time.Instant;

/**
 * Rows that serve for a time only. A port: whatever a service keeps for a while, the one loop of {@link Retention} sees to
 * it that it goes. Any number of replicas may do so at a time.
 */
public interface Forgettable {

    /** Forgets what is too old by now. Called on a virtual thread, outside of any transaction. */
    void forget(Instant now);
}
