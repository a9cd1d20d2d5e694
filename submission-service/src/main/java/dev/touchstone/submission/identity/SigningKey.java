package dev.touchstone.submission.identity;

import java.security.PublicKey;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A key with which an organisation signs its agents' cards.
 *
 * @param keyId see {@link SigningKeys#keyId}
 * @param revokedAt null as long as signatures with it count
 */
public record SigningKey(String organizationId, String keyId, String name, Algorithm algorithm, PublicKey publicKey,
        Instant createdAt, @Nullable Instant revokedAt) {

    public boolean isRevoked() {
        return revokedAt != null;
    }

    /** What kind of key it is, and with it how it signs. */
    public enum Algorithm {

        RSA("rsa"),
        EC_P256("ec-p256"),
        EC_P384("ec-p384"),
        ED25519("ed25519");

        private final String key;

        Algorithm(String key) {
            this.key = key;
        }

        /** As the database and JSON name it. */
        public String key() {
            return key;
        }

        static Algorithm of(String key) {
            for (Algorithm each : values()) {
                if (each.key.equals(key)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("No algorithm " + key);
        }
    }
}
