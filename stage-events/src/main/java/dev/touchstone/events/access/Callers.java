package dev.touchstone.events.access;

import java.util.Optional;

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
        return of(identity).orElseThrow(() -> new IllegalStateException("Nobody is known to call"));
    }

    /** The caller whom the identity is of; empty for nobody. */
    public static Optional<Caller> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }
}
