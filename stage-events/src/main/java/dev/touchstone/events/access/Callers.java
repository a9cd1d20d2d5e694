package dev.touchstone.events.access;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.SecurityIdentity;

/** The caller of the current request. */
@ApplicationScoped
public class Callers {

    static final String ATTRIBUTE = "touchstone.caller";

    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * @throws IllegalStateException on a route that anybody may call
     */
    public Caller current() {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        if (caller == null) {
            throw new IllegalStateException("Nobody is known to call");
        }
        return caller;
    }
}
