package dev.touchstone.events.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import dev.touchstone.events.artifacts.Artifacts;

/**
 * A key that a caller presents as a bearer token. It is random, so that its plain digest tells nothing of it; only the
 * digest is stored, or sent from one service to another.
 */
public record ApiKey(String secret) {

    static final String FORM = "ts_[A-Za-z0-9_-]{32,128}";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final int RANDOM_BYTES = 32;

    public ApiKey {
        if (!PATTERN.matcher(secret).matches()) {
            throw new IllegalArgumentException("A key begins with ts_ and has at least 32 characters more");
        }
    }

    public static ApiKey random(SecureRandom randomness) {
        byte[] bytes = new byte[RANDOM_BYTES];
        randomness.nextBytes(bytes);
        return new ApiKey("ts_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** {@code sha256:} and 64 hexadecimal digits. */
    public String digest() {
        return Artifacts.digest(secret.getBytes(StandardCharsets.US_ASCII));
    }

    /** What may be shown of it, so that a person can tell one key from another. */
    public String hint() {
        return secret.substring(0, 7) + "…";
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return hint();
    }
}
