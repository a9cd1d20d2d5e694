package dev.touchstone.submission.identity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A signing key for clients. */
@RegisterForReflection
record SigningKeyView(String keyId, String organizationId, String name, String algorithm, String publicKeyPem,
        Instant createdAt, @Nullable Instant revokedAt) {

    static SigningKeyView of(SigningKey key) {
        return new SigningKeyView(key.keyId(), key.organizationId(), key.name(), key.algorithm().key(),
                PublicKeys.pem(key.publicKey()), key.createdAt(), key.revokedAt());
    }
}
