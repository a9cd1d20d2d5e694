package dev.touchstone.submission.identity;

import static dev.touchstone.submission.identity.Administration.MAKERS;
import static dev.touchstone.submission.identity.Administration.RIVALS;
import static dev.touchstone.submission.identity.Administration.signingKey;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.PublicKey;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.ServiceTest;

@ServiceTest
class SigningKeysResourceTest {

    @Inject
    SigningKeys keys;

    private final PublicKey key = Administration.ed25519();
    private final String keyId = SigningKeys.keyId(key);

    private void registered() {
        Administration.post(TestKeys.SUBMITTER, MAKERS + "/signing-keys", signingKey(key)).statusCode(201)
                .body("keyId", equalTo(keyId)).body("algorithm", equalTo("ed25519"))
                .body("publicKeyPem", equalTo(PublicKeys.pem(key)));
    }

    @Test
    void aRegisteredKeyIsFound() {
        // When
        registered();
        // Then
        SigningKey found = keys.find(TestKeys.MAKERS, keyId).await().indefinitely().orElseThrow();
        assertEquals(key, found.publicKey());
        assertFalse(found.isRevoked());
        assertTrue(keys.find(TestKeys.RIVALS, keyId).await().indefinitely().isEmpty());
        assertEquals(TestKeys.MAKERS, keys.findAnywhere(keyId).await().indefinitely().orElseThrow().organizationId());
        Api.as(TestKeys.REVIEWER).get(MAKERS + "/signing-keys").then().statusCode(200).body("items.keyId", hasItem(keyId));
    }

    @Test
    void aRevokedKeyIsKnownAsSuch() {
        // Given
        registered();
        // When
        Api.asSubmitter().delete(MAKERS + "/signing-keys/" + keyId).then().statusCode(204);
        // Then
        assertTrue(keys.find(TestKeys.MAKERS, keyId).await().indefinitely().orElseThrow().isRevoked());
        Api.asSubmitter().get(MAKERS + "/signing-keys").then()
                .body("items.find { it.keyId == '" + keyId + "' }.revokedAt", notNullValue());
    }

    @Test
    void aKeySignsForOneOrganization() {
        // Given
        registered();
        // When
        var answer = Administration.post(TestKeys.RIVAL, RIVALS + "/signing-keys", signingKey(key));
        // Then
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:signing-key-taken"));
    }

    @Test
    void whatWasGivenUpAnotherMayTakeOverButTheSameMayNotTakeBack() {
        // Given
        registered();
        Api.as(TestKeys.OPERATOR).delete(MAKERS + "/signing-keys/" + keyId).then().statusCode(204);
        // When
        Administration.post(TestKeys.SUBMITTER, MAKERS + "/signing-keys", signingKey(key)).statusCode(409);
        Administration.post(TestKeys.RIVAL, RIVALS + "/signing-keys", signingKey(key)).statusCode(201);
        // Then
        assertEquals(TestKeys.RIVALS, keys.findAnywhere(keyId).await().indefinitely().orElseThrow().organizationId());
    }

    @Test
    void allViolationsAreNamedAtOnce() {
        Administration.post(TestKeys.SUBMITTER, MAKERS + "/signing-keys", "{\"publicKeyPem\": \"mine\", \"use\": \"sig\"}")
                .statusCode(422).body("violations.pointer", containsInAnyOrder("/name", "/publicKeyPem", "/use"));
        Administration.post(TestKeys.SUBMITTER, MAKERS + "/signing-keys", "{}").statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/name", "/publicKeyPem"));
    }

    @Test
    void anotherOrganizationsKeysAreNotFound() {
        registered();
        Api.as(TestKeys.RIVAL).get(MAKERS + "/signing-keys").then().statusCode(404);
        Api.as(TestKeys.RIVAL).delete(RIVALS + "/signing-keys/" + keyId).then().statusCode(404);
        Administration.post(TestKeys.RIVAL, MAKERS + "/signing-keys", signingKey(key)).statusCode(404);
        Administration.post(TestKeys.REVIEWER, MAKERS + "/signing-keys", signingKey(key)).statusCode(403);
    }
}
