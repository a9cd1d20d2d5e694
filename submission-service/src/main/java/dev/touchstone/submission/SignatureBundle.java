package dev.touchstone.submission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A signature over the RFC 8785 canonical form of a card, as its maker sent it. Only its form is known to be right.
 *
 * @param publicKeyPem that the maker says to have signed with; it counts for nothing unless their organisation registered
 *        it
 * @param signature base64
 * @param payloadDigest {@code sha256:} and 64 hexadecimal digits, of what the maker says to have signed
 */
@RegisterForReflection
public record SignatureBundle(Algorithm algorithm, String publicKeyPem, String signature, String payloadDigest) {

    /** How it was made. */
    @RegisterForReflection
    public enum Algorithm {
        RSA_SHA256,
        ECDSA_SHA256,
        ED25519;

        /** As it is written, {@code rsa-sha256}. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Algorithm> of(String key) {
            return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
        }
    }
}
