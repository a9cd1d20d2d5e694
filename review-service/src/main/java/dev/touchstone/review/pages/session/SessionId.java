package dev.touchstone.review.pages.session;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.touchstone.events.artifacts.Artifacts;

/** What the cookie holds: random, so that nobody can make one up, and known to the database by its digest only. */
record SessionId(String secret) {

    private static final int RANDOM_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static SessionId random(SecureRandom randomness) {
        byte[] bytes = new byte[RANDOM_BYTES];
        randomness.nextBytes(bytes);
        return new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for what none of ours looks like. */
    static Optional<SessionId> read(String cookie) {
        return FORM.matcher(cookie).matches() ? Optional.of(new SessionId(cookie)) : Optional.empty();
    }

    String digest() {
        return Artifacts.digest(secret.getBytes(StandardCharsets.US_ASCII));
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "session";
    }
}
