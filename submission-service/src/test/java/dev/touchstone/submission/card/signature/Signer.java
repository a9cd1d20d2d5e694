package dev.touchstone.submission.card.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.SignatureBundle;
import dev.touchstone.submission.SignatureBundle.Algorithm;
import dev.touchstone.submission.card.Snapshot;
import dev.touchstone.submission.identity.SigningKeys;
import io.restassured.http.ContentType;

/** Whoever makes and signs cards: a key pair of its own, and both ways to sign with it. */
public record Signer(KeyPair keys) {

    public static Signer rsa() {
        return generate("RSA", null);
    }

    public static Signer p256() {
        return generate("EC", "secp256r1");
    }

    public static Signer p384() {
        return generate("EC", "secp384r1");
    }

    public static Signer ed25519() {
        return generate("Ed25519", null);
    }

    private static Signer generate(String kind, @Nullable String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            if (curve != null) {
                generator.initialize(new ECGenParameterSpec(curve));
            } else if (kind.equals("RSA")) {
                generator.initialize(2048);
            }
            return new Signer(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public String keyId() {
        return SigningKeys.keyId(keys.getPublic());
    }

    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** The card with one more signature. */
    public JsonNode sign(JsonNode card, JWSAlgorithm algorithm) {
        return sign(card, new JWSHeader.Builder(algorithm).keyID(keyId()).build());
    }

    public JsonNode sign(JsonNode card, JWSHeader header) {
        ObjectNode signed = card.deepCopy();
        byte[] content = SignedContent.of(card).getLast();
        signed.withArray("signatures").add(element(header, content));
        return signed;
    }

    JsonNode element(JWSHeader header, byte[] content) {
        Base64URL protectedPart = header.toBase64URL();
        byte[] input = (protectedPart + "." + Base64URL.encode(content)).getBytes(StandardCharsets.US_ASCII);
        return EventJson.mapper().createObjectNode().put("protected", protectedPart.toString())
                .put("signature", signature(header, input));
    }

    private String signature(JWSHeader header, byte[] input) {
        try {
            if (header.getAlgorithm().equals(JWSAlgorithm.EdDSA)) {
                return Base64URL.encode(raw("Ed25519", input)).toString();
            }
            JWSSigner signer = keys.getPrivate() instanceof ECPrivateKey curve ? new ECDSASigner(curve)
                    : new RSASSASigner(keys.getPrivate());
            return signer.sign(header, input).toString();
        } catch (JOSEException unusable) {
            throw new AssertionError(unusable);
        }
    }

    public SignatureBundle bundle(JsonNode card, Algorithm algorithm) {
        byte[] content = Snapshot.canonical(card);
        String scheme = switch (algorithm) {
            case RSA_SHA256 -> "SHA256withRSA";
            case ECDSA_SHA256 -> "SHA256withECDSA";
            case ED25519 -> "Ed25519";
        };
        return new SignatureBundle(algorithm, pem(), Base64.getEncoder().encodeToString(raw(scheme, content)),
                Artifacts.digest(content));
    }

    private byte[] raw(String scheme, byte[] content) {
        try {
            Signature signature = Signature.getInstance(scheme);
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** As it stands in a request. */
    public static String json(SignatureBundle bundle) {
        return EventJson.mapper().valueToTree(bundle).toString();
    }

    /** Lets an organisation register the key. */
    public void register(String apiKey, String organizationId) {
        Api.as(apiKey).contentType(ContentType.JSON)
                .body(EventJson.mapper().createObjectNode().put("name", "release").put("publicKeyPem", pem()).toString())
                .post("/api/v1/organizations/" + organizationId + "/signing-keys").then().statusCode(201);
    }

    public void revoke(String apiKey, String organizationId) {
        Api.as(apiKey).delete("/api/v1/organizations/" + organizationId + "/signing-keys/" + keyId()).then().statusCode(204);
    }
}
