package dev.touchstone.events.access;

import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;

/**
 * Gives a person whom an identity provider vouches for what the directory grants. The token says who somebody is; what
 * they may do here is never taken from it.
 */
@ApplicationScoped
class Members implements SecurityIdentityAugmentor {

    private static final Caller STRANGER = new Caller("stranger", null, Set.of());

    private final Grants grants;

    Members(Grants grants) {
        this.grants = grants;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context,
            Map<String, Object> attributes) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        boolean reading = Reading.is(HttpSecurityUtils.getRoutingContextAttribute(attributes));
        return grants.ofSubject(token.getIssuer(), token.getSubject())
                .map(grant -> ApiKeys.identity(grant == null ? STRANGER : grant.caller(reading)));
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }
}
