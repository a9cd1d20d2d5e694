package dev.touchstone.review.pages;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.oidc.OidcSession;
import io.smallrye.mutiny.Uni;

/** The identity provider by which people may sign in, where the operator names one. */
@ApplicationScoped
class Provider {

    private final boolean there;
    private final OidcSession session;

    /**
     * @param type {@code service} where tokens are accepted but nobody signs in here
     */
    Provider(@ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean enabled,
            @ConfigProperty(name = "quarkus.oidc.application-type") String type, OidcSession session) {
        this.there = enabled && !type.equalsIgnoreCase("service");
        this.session = session;
    }

    boolean isThere() {
        return there;
    }

    /** Makes the browser forget what the provider said; whoever is signed in there still is. */
    Uni<Void> leave() {
        return there ? session.logout() : Uni.createFrom().voidItem();
    }
}
