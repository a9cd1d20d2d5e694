package dev.touchstone.submission.card.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;

/**
 * A JWS with its payload detached (RFC 7515, appendix F), as one signature of a card is written. Only the protected
 * header counts. Of it {@code alg} and {@code kid} are used: keys and addresses of keys that it brings along are not looked
 * at, and {@code none} and HMAC are no signatures of anybody.
 */
record Jws(JWSHeader header, Base64URL protectedPart, Base64URL signature) {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256,
            JWSAlgorithm.ES384, JWSAlgorithm.EdDSA);
    /** Without padding. RSA keys of 16384 bits sign in 2731 characters. */
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]{1,8192}");
    private static final int LONGEST_KEY_ID = 300;
    private static final JsonMapper STRICT = JsonMapper
            .builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** What an element is: a JWS that can be checked, or none. */
    sealed interface Reading {

        record Understood(Jws jws) implements Reading {
        }

        record Refused(String detail) implements Reading {
        }
    }

    static Reading read(JsonNode element) {
        Optional<Base64URL> protectedPart = base64Url(element.path("protected"));
        Optional<Base64URL> signature = base64Url(element.path("signature"));
        if (protectedPart.isEmpty() || signature.isEmpty()) {
            return new Reading.Refused("must have protected and signature in Base64url without padding");
        }
        return read(protectedPart.get(), signature.get(), element.path("header"));
    }

    private static Reading read(Base64URL protectedPart, Base64URL signature, JsonNode unprotected) {
        try {
            JsonNode names = STRICT.readTree(protectedPart.decode());
            JWSHeader header = JWSHeader.parse(protectedPart);
            String fault = fault(header, names, unprotected);
            return fault == null ? new Reading.Understood(new Jws(header, protectedPart, signature))
                    : new Reading.Refused(fault);
        } catch (IOException | ParseException | IllegalArgumentException unreadable) {
            return new Reading.Refused("has a protected header that is none of a JWS");
        }
    }

    private static @Nullable String fault(JWSHeader header, JsonNode names, JsonNode unprotected) {
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            return "must be made by one of RS256, PS256, ES256, ES384 and EdDSA";
        }
        if (header.getKeyID() == null || header.getKeyID().isBlank() || header.getKeyID().length() > LONGEST_KEY_ID) {
            return "must name its key by kid in the protected header";
        }
        // What is critical must be understood, b64 (RFC 7797) as well, and there is nothing of the kind here.
        if (names.has("crit") || names.has("b64")) {
            return "must not ask for extensions of JWS";
        }
        boolean wellFormed = unprotected.isMissingNode() || unprotected.isNull() || unprotected.isObject();
        if (!wellFormed || unprotected.properties().stream().anyMatch(member -> names.has(member.getKey()))) {
            return "must have an unprotected header that is an object and repeats nothing of the protected one";
        }
        return null;
    }

    private static Optional<Base64URL> base64Url(JsonNode text) {
        return text.isTextual() && BASE64URL.matcher(text.textValue()).matches()
                ? Optional.of(Base64URL.from(text.textValue()))
                : Optional.empty();
    }

    String keyId() {
        return header.getKeyID();
    }

    /** Whether a key of this kind can have made it: the algorithm is the signer's word, the key's kind is registered. */
    boolean fits(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> JWSAlgorithm.Family.RSA.contains(header.getAlgorithm());
            case ECPublicKey curve -> verifier(curve).filter(each -> each.supportedJWSAlgorithms()
                    .contains(header.getAlgorithm())).isPresent();
            case EdECPublicKey edwards -> header.getAlgorithm().equals(JWSAlgorithm.EdDSA);
            default -> false;
        };
    }

    /** Whether the key made it over this payload. */
    boolean isBy(PublicKey key, byte[] payload) {
        byte[] input = (protectedPart + "." + Base64URL.encode(payload)).getBytes(StandardCharsets.US_ASCII);
        return fits(key) && switch (key) {
            case EdECPublicKey edwards -> isByEdwards(edwards, input);
            default -> verifier(key).filter(verifier -> holds(verifier, input)).isPresent();
        };
    }

    private boolean holds(JWSVerifier verifier, byte[] input) {
        try {
            return verifier.verify(header, input, signature);
        } catch (JOSEException unusable) {
            return false;
        }
    }

    private static Optional<JWSVerifier> verifier(PublicKey key) {
        try {
            return switch (key) {
                case RSAPublicKey rsa -> Optional.of(new RSASSAVerifier(rsa));
                case ECPublicKey curve -> Optional.of(new ECDSAVerifier(curve));
                default -> Optional.empty();
            };
        } catch (JOSEException unusable) {
            return Optional.empty();
        }
    }

    /** By the JDK: the library would need another one for it. */
    private boolean isByEdwards(EdECPublicKey key, byte[] input) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(input);
            return ed25519.verify(signature.decode());
        } catch (GeneralSecurityException unusable) {
            return false;
        }
    }
}
