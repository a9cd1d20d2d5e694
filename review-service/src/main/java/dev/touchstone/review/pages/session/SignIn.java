package dev.touchstone.review.pages.session;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

import dev.touchstone.events.access.ApiKey;
import dev.touchstone.events.access.ApiKeyRequest;
import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** Begins and ends sessions. */
@ApplicationScoped
public class SignIn {

    /** What becomes of a key that somebody shows. */
    public sealed interface Outcome {

        record Begun(NewCookie cookie) implements Outcome {
        }

        /** It is no key, or not in force, or no person's. Which of these is nobody's business. */
        record NotInForce() implements Outcome {
        }

        record TooMany(Duration pause) implements Outcome {
        }
    }

    private final IdentityProviderManager identities;
    private final Attempts attempts;
    private final Sessions sessions;
    private final SessionCookie cookie;

    SignIn(IdentityProviderManager identities, Attempts attempts, Sessions sessions, SessionCookie cookie) {
        this.identities = identities;
        this.attempts = attempts;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    public Uni<Outcome> with(String text, HttpServerRequest request) {
        Optional<Duration> wait = attempts.tooMany(request.remoteAddress().hostAddress());
        if (wait.isPresent()) {
            return Uni.createFrom().item(new Outcome.TooMany(wait.get()));
        }
        return digest(text).map(digest -> with(new ApiKeyRequest(digest, true), digest, request))
                .orElseGet(() -> Uni.createFrom().item(new Outcome.NotInForce()));
    }

    /** What is not a key needs no directory to be refused. */
    private static Optional<String> digest(String text) {
        try {
            return Optional.of(new ApiKey(text.strip()).digest());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Uni<Outcome> with(ApiKeyRequest key, String digest, HttpServerRequest request) {
        return identities.authenticate(key).map(Callers::of)
                .onFailure(AuthenticationFailedException.class).recoverWithItem(Optional.<Caller> empty())
                .flatMap(caller -> caller.filter(SignIn::isPerson).isPresent()
                        ? begin(digest, request)
                        : Uni.createFrom().item(new Outcome.NotInForce()));
    }

    /** The services' own key opens other services, not pages. */
    private static boolean isPerson(Caller caller) {
        return !caller.has(Roles.SERVICE) && !caller.roles().isEmpty();
    }

    /** Always under a new name: one that somebody planted in the browser before never becomes a person's. */
    private Uni<Outcome> begin(String digest, HttpServerRequest request) {
        return end(request).chain(() -> sessions.begin(digest)).map(id -> new Outcome.Begun(cookie.of(id, request)));
    }

    /** Ends the session of the request, if there is one. */
    public Uni<Void> end(HttpServerRequest request) {
        return cookie.read(request).map(sessions::end).orElseGet(() -> Uni.createFrom().voidItem());
    }
}
