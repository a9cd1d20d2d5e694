package dev.touchstone.telemetry.wandb;

import java.util.regex.Pattern;

/**
 * A W&amp;B API key, checked as the official client does before it sends one: a JWT as it is, or at least 40 letters,
 * digits, hyphens and underscores, before which the name of a deployment and a hyphen may stand ({@code local-...}). There
 * is no upper limit: keys of 40 hexadecimal digits and of 86 characters ({@code wandb_v1_...}) are both in use.
 */
public record ApiKey(String secret) implements Credential {

    private static final int SHORTEST = 40;
    private static final Pattern JWT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]+");

    /**
     * @throws IllegalArgumentException if it cannot be a key; the message says why without showing it
     */
    public ApiKey {
        secret = secret.strip();
        if (!isJwt(secret)) {
            check(secret);
        }
    }

    static boolean isJwt(String text) {
        return JWT.matcher(text).matches();
    }

    private static void check(String key) {
        String own = key.substring(key.indexOf('-') + 1);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A W&B API key is not empty");
        }
        if (!SECRET.matcher(own).matches()) {
            throw new IllegalArgumentException("A W&B API key has only letters, digits, hyphens and underscores");
        }
        if (own.length() < SHORTEST) {
            throw new IllegalArgumentException("A W&B API key has at least %d characters after its prefix; this one has %d"
                    .formatted(SHORTEST, own.length()));
        }
    }

    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}
