package dev.touchstone.events.jobs;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;

/** What a service does when one of its stages is asked for. A bean for each stage; called on a virtual thread. */
public interface Work {

    /** The stage that this work carries out. */
    Stage stage();

    /**
     * Carries one attempt out, from where an earlier try stored its last item.
     *
     * @return what the attempt says at its end
     * @throws InterruptedException if the lease was lost or the service stops, and another worker takes over; or if the job was
     *         stopped
     * @throws Exception anything else is tried again later, and reported as {@code failed} after the last try
     */
    Outcome run(StageEvent request, Session session) throws Exception;
}
