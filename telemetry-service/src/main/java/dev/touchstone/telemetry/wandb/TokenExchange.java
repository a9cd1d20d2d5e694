package dev.touchstone.telemetry.wandb;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.ExtendedJson.NotJson;
import dev.touchstone.telemetry.wandb.Wire.Outcome;

/**
 * Asks W&amp;B for an access token in exchange for an identity token (RFC 7523), as the official client does: four tries
 * of ten seconds at most, one to five seconds apart, a minute in all. It never waits longer than the call that needs it.
 */
final class TokenExchange {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final int TRIES = 4;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration ONE_TRY = Duration.ofSeconds(10);
    private static final Duration ALL_TRIES = Duration.ofSeconds(60);

    private final IdentityToken identity;
    private final BaseUrl base;
    private final Line line;
    private final Backoff backoff;
    private final Rest rest;

    /** The way to the server. */
    interface Line {
        Outcome send(String name, HttpRequest request, long bytes, Duration limit) throws InterruptedException;
    }

    /** Passes time. */
    interface Rest {
        void of(Duration span) throws InterruptedException;
    }

    /**
     * @param life from now
     */
    record AccessToken(String secret, Duration life) {
    }

    TokenExchange(IdentityToken identity, BaseUrl base, Line line, Backoff backoff, Rest rest) {
        this.identity = identity;
        this.base = base;
        this.line = line;
        this.backoff = backoff;
        this.rest = rest;
    }

    Answer<AccessToken> exchange(Deadline call) throws InterruptedException {
        Deadline deadline = call.atMost(ALL_TRIES);
        Answer<AccessToken> answer = tried(deadline);
        for (int tries = 1; tries < TRIES && answer instanceof Later<AccessToken>; tries++) {
            Duration wait = backoff.after(tries);
            if (!deadline.leaves(wait)) {
                return answer;
            }
            rest.of(wait);
            answer = tried(deadline);
        }
        return answer;
    }

    private Answer<AccessToken> tried(Deadline deadline) throws InterruptedException {
        String assertion;
        try {
            assertion = Files.readString(identity.file()).strip();
        } catch (IOException unreadable) {
            // Whoever rotates the file may be just replacing it.
            return new Later<>(0, "the identity token file cannot be read", Optional.empty());
        }
        if (!ApiKey.isJwt(assertion)) {
            return new Refused<>(0, "the identity token file holds no JWT", Refusal.CREDENTIAL);
        }
        String form = "grant_type=" + URLEncoder.encode(GRANT, StandardCharsets.UTF_8) + "&assertion=" + assertion;
        HttpRequest request = HttpRequest.newBuilder(base.below("/oidc/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", WandbVersions.PRODUCER)
                .POST(BodyPublishers.ofString(form, StandardCharsets.UTF_8)).build();
        return understood(line.send("oidc/token", request, form.length(), deadline.atMost(ONE_TRY).left()));
    }

    private static Answer<AccessToken> understood(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Away(String reason) -> new Later<>(0, reason, Optional.empty());
            case Outcome.Untrusted() -> Replies.untrusted();
            case Outcome.Answered(int status, var headers, String body, long bytes) -> status >= 200 && status < 300
                    ? token(status, body)
                    : refused(status);
        };
    }

    /** The body is left out of the reason: it may repeat the identity token. */
    private static Answer<AccessToken> refused(int status) {
        String reason = "W&B answered the identity token with " + status;
        return status >= 400 && status < 500 && status != TOO_MANY_REQUESTS
                ? new Refused<>(status, reason, Refusal.CREDENTIAL)
                : new Later<>(status, reason, Optional.empty());
    }

    private static Answer<AccessToken> token(int status, String body) {
        try {
            JsonNode answer = ExtendedJson.read(body);
            String secret = answer.path("access_token").asText("");
            long seconds = answer.path("expires_in").asLong(0);
            if (secret.matches("[A-Za-z0-9._~+/=-]+") && seconds > 0) {
                return Answer.accepted(new AccessToken(secret, Duration.ofSeconds(Math.min(seconds, 86_400))));
            }
        } catch (NotJson page) {
            // Falls through: neither is a token.
        }
        return new Later<>(status, "W&B answered the identity token with something else", Optional.empty());
    }
}
