package dev.touchstone.submission.card.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.submission.SignatureBundle;
import dev.touchstone.submission.SignatureBundle.Algorithm;
import dev.touchstone.submission.card.Snapshot;
import dev.touchstone.submission.card.signature.SignatureCheck.ForeignKey;
import dev.touchstone.submission.card.signature.SignatureCheck.Malformed;
import dev.touchstone.submission.card.signature.SignatureCheck.RevokedKey;
import dev.touchstone.submission.card.signature.SignatureCheck.Tampered;
import dev.touchstone.submission.card.signature.SignatureCheck.UnregisteredKey;
import dev.touchstone.submission.card.signature.SignatureCheck.Valid;
import dev.touchstone.submission.identity.SigningKeys;

/**
 * The signature that comes beside a card, over the RFC 8785 canonical form of all of it. ECDSA signatures are in DER, as
 * OpenSSL writes them.
 */
final class BundleSignature {

    static final String POINTER = "/signatureBundle";

    private static final Pattern PEM = Pattern
            .compile("-----BEGIN PUBLIC KEY-----\\s([A-Za-z0-9+/=\\s]{1,8192})-----END PUBLIC KEY-----\\s*");

    private final KeyRing keys;

    BundleSignature(KeyRing keys) {
        this.keys = keys;
    }

    SignatureCheck check(JsonNode card, SignatureBundle bundle) {
        byte[] content = Snapshot.canonical(card);
        Optional<PublicKey> key = publicKey(bundle);
        if (key.isEmpty()) {
            return new Malformed(POINTER + "/publicKeyPem",
                    "must be a public key in PEM that signs by " + bundle.algorithm().key());
        }
        if (!Artifacts.digest(content).equals(bundle.payloadDigest())) {
            return new Tampered(POINTER + "/payloadDigest");
        }
        return isBy(key.get(), bundle, content) ? judged(key.get()) : new Tampered(POINTER + "/signature");
    }

    /** The key that it brings along has to be registered: by itself it proves nothing. */
    private SignatureCheck judged(PublicKey key) {
        String pointer = POINTER + "/publicKeyPem";
        return keys.find(SigningKeys.keyId(key)).stream().findFirst().map(registered -> switch (registered.standing()) {
            case IN_FORCE -> new Valid(List.of(registered.keyId()));
            case REVOKED -> new RevokedKey(pointer);
            case FOREIGN -> new ForeignKey(pointer);
        }).orElseGet(() -> new UnregisteredKey(pointer));
    }

    private static Optional<PublicKey> publicKey(SignatureBundle bundle) {
        Matcher pem = PEM.matcher(bundle.publicKeyPem().strip());
        if (!pem.matches()) {
            return Optional.empty();
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
            return Optional
                    .of(KeyFactory.getInstance(kind(bundle.algorithm())).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException otherKind) {
            return Optional.empty();
        }
    }

    private static boolean isBy(PublicKey key, SignatureBundle bundle, byte[] content) {
        try {
            Signature signature = Signature.getInstance(scheme(bundle.algorithm()));
            signature.initVerify(key);
            signature.update(content);
            return signature.verify(Base64.getDecoder().decode(bundle.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException otherForm) {
            return false;
        }
    }

    private static String kind(Algorithm algorithm) {
        return switch (algorithm) {
            case RSA_SHA256 -> "RSA";
            case ECDSA_SHA256 -> "EC";
            case ED25519 -> "Ed25519";
        };
    }

    private static String scheme(Algorithm algorithm) {
        return switch (algorithm) {
            case RSA_SHA256 -> "SHA256withRSA";
            case ECDSA_SHA256 -> "SHA256withECDSA";
            case ED25519 -> "Ed25519";
        };
    }
}
