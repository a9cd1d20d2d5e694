package dev.touchstone.events.access;

import java.util.Set;

/** What a caller may be. A route names the roles that may call it; one that names none is denied to all. */
public final class Roles {

    /** Submits agents of its own organisation and follows their reviews. */
    public static final String SUBMITTER = "submitter";
    /** Decides, asks for stages again; sees every organisation's submissions. */
    public static final String REVIEWER = "reviewer";
    /** Runs the installation: policy, organisations, keys, baselines, dead letters. */
    public static final String OPERATOR = "operator";
    /** Reads everything, changes nothing. */
    public static final String AUDITOR = "auditor";
    /** Another service of the same installation. Never granted to a person or a key. */
    public static final String SERVICE = "service";

    /** All that can be granted. */
    public static final Set<String> GRANTED = Set.of(SUBMITTER, REVIEWER, OPERATOR, AUDITOR);

    private Roles() {
    }
}
