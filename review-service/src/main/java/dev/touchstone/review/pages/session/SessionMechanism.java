package dev.touchstone.review.pages.session;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.ApiKeyRequest;
import dev.touchstone.events.access.Reading;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Finds who is signed in by the cookie. One that is worth nothing is as none at all: its browser is then asked to sign in,
 * which a refusal would not let it do.
 */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    private final SessionCookie cookie;
    private final Sessions sessions;

    SessionMechanism(SessionCookie cookie, Sessions sessions) {
        this.cookie = cookie;
        this.sessions = sessions;
    }

    @Override
    public Uni<@Nullable SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        HttpServerRequest request = context.request();
        if (request.headers().contains(HttpHeaderNames.AUTHORIZATION)) {
            return Uni.createFrom().nullItem();
        }
        return cookie.read(request)
                .map(id -> sessions.keyOf(id, isVisit(request)).flatMap(key -> key
                        .map(digest -> identify(id, new ApiKeyRequest(digest, Reading.is(context)), identities))
                        .orElseGet(() -> Uni.createFrom().nullItem())))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    /** The directory may have withdrawn the key; that it does not answer is another matter, and fails. */
    private Uni<@Nullable SecurityIdentity> identify(SessionId id, ApiKeyRequest key, IdentityProviderManager identities) {
        return identities.authenticate(key).<@Nullable SecurityIdentity> map(identity -> identity)
                .onFailure(SessionMechanism::isWithdrawn)
                .recoverWithUni(() -> sessions.end(id).replaceWith((SecurityIdentity) null));
    }

    private static boolean isWithdrawn(Throwable failure) {
        return failure instanceof AuthenticationFailedException && failure.getCause() == null;
    }

    /** A browser says when it asks because somebody wants to see a page; one that says nothing is believed to. */
    private static boolean isVisit(HttpServerRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode == null || mode.equals("navigate");
    }

    /** None: pages lead to the sign-in themselves, and clients are told of keys and tokens. */
    @Override
    public Uni<@Nullable ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiKeyRequest.class);
    }

    /** After keys that are presented as such, before OpenID Connect. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 500;
    }
}
