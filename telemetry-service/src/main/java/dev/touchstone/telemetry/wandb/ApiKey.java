package dev.touchstone.telemetry.wandb;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A W&amp;B API key. Shows itself to the request that carries it and to nobody else. */
public record ApiKey(String secret) {

    /**
     * @throws IllegalArgumentException if there is no key in it
     */
    public ApiKey {
        secret = secret.strip();
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("A W&B API key is not empty");
        }
    }

    /** HTTP Basic; the user name is always {@code api}. */
    String authorization() {
        byte[] credentials = ("api:" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** A server may repeat what it was sent. */
    String removedFrom(String text) {
        return text.replace(secret, "***");
    }

    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}
