package dev.touchstone.review.pages;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.oidc.OidcSession;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;

/** The identity provider by which people may sign in, where the operator names one. */
@ApplicationScoped
class Provider {

    private final boolean there;
    private final OidcSession session;
    private final CurrentIdentityAssociation identity;

    /**
     * @param type {@code service} where tokens are accepted but nobody signs in here
     */
    Provider(@ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean enabled,
            @ConfigProperty(name = "quarkus.oidc.application-type") String type, OidcSession session,
            CurrentIdentityAssociation identity) {
        this.there = enabled && !type.equalsIgnoreCase("service");
        this.session = session;
        this.identity = identity;
    }

    boolean isThere() {
        return there;
    }

    /**
     * Makes the browser forget what the provider said; whoever is signed in there still is. The session's cookies are known
     * once
     * somebody was looked for in them.
     */
    Uni<Void> leave() {
        return there ? identity.getDeferredIdentity().replaceWithVoid().onFailure().recoverWithNull().chain(session::logout)
                : Uni.createFrom().voidItem();
    }
}
