package dev.touchstone.review;

import dev.touchstone.events.access.Caller;

/**
 * Whose submissions somebody may know of: everybody's, or those of one organisation. What is out of sight answers as if it did
 * not exist.
 *
 * @param organizationId whose where it is not everything; empty for nobody's
 */
public record Sight(boolean everything, String organizationId) {

    /** Of whom a submission is that was requested before organisations were told. No organisation is taken for this one. */
    static final String UNCLAIMED = "unclaimed";

    public static Sight of(Caller caller) {
        String own = caller.organizationId();
        return new Sight(caller.seesAll(), own == null || own.equals(UNCLAIMED) ? "" : own);
    }

    public boolean has(CaseView view) {
        return everything || view.subject().organizationId().equals(organizationId);
    }
}
