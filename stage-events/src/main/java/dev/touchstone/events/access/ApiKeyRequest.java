package dev.touchstone.events.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/**
 * Somebody presents a key, or something that stands for one, as a session does: the directory is asked about the digest either
 * way, so that a key that was withdrawn ends what was begun with it.
 */
public final class ApiKeyRequest extends BaseAuthenticationRequest {

    private final String keyDigest;
    private final boolean reading;

    /**
     * @param reading whether the request changes nothing, so that scopes for reading hold
     */
    public ApiKeyRequest(String keyDigest, boolean reading) {
        this.keyDigest = keyDigest;
        this.reading = reading;
    }

    String keyDigest() {
        return keyDigest;
    }

    boolean reading() {
        return reading;
    }
}
