package dev.touchstone.submission.identity;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.UUID;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** What administrators do, by name. */
final class Administration {

    static final String ORGANIZATIONS = "/api/v1/organizations";
    static final String MAKERS = ORGANIZATIONS + "/" + TestKeys.MAKERS;
    static final String RIVALS = ORGANIZATIONS + "/" + TestKeys.RIVALS;
    static final String ISSUER = "https://id.example/realms/touchstone";

    private Administration() {
    }

    static ValidatableResponse post(String key, String path, String body) {
        return Api.as(key).contentType(ContentType.JSON).body(body).post(path).then();
    }

    /** An organisation of its own, so that a test can count what is in it. */
    static String newOrganization() {
        String id = "org-" + UUID.randomUUID().toString().substring(0, 13);
        post(TestKeys.OPERATOR, ORGANIZATIONS, "{\"organizationId\": \"" + id + "\", \"name\": \"Some\"}").statusCode(201);
        return id;
    }

    static String key(String name, String scope) {
        return "{\"name\": \"" + name + "\", \"scopes\": [\"" + scope + "\"]}";
    }

    static String member(String subject, String role) {
        return """
                {"issuer": "%s", "subject": "%s", "name": "Mina Member", "roles": ["%s"]}""".formatted(ISSUER, subject, role);
    }

    static String signingKey(PublicKey key) {
        return "{\"name\": \"release\", \"publicKeyPem\": \"" + PublicKeys.pem(key).replace("\n", "\\n") + "\"}";
    }

    static PublicKey ed25519() {
        return generate("Ed25519", generator -> {
        });
    }

    static PublicKey rsa(int bits) {
        return generate("RSA", generator -> generator.initialize(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4)));
    }

    static PublicKey ec(String curve) {
        return generate("EC", generator -> generator.initialize(new ECGenParameterSpec(curve)));
    }

    private interface Settings {

        void of(KeyPairGenerator generator) throws GeneralSecurityException;
    }

    private static PublicKey generate(String family, Settings settings) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
            settings.of(generator);
            return generator.generateKeyPair().getPublic();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
