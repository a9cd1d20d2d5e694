package dev.touchstone.events.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody presents a key. */
final class ApiKeyRequest extends BaseAuthenticationRequest {

    private final String keyDigest;
    private final boolean reading;

    ApiKeyRequest(String keyDigest, boolean reading) {
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
