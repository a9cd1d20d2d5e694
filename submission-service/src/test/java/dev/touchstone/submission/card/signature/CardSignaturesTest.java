package dev.touchstone.submission.card.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.SignatureBundle;
import dev.touchstone.submission.SignatureBundle.Algorithm;
import dev.touchstone.submission.card.signature.KeyRing.Standing;
import dev.touchstone.submission.card.signature.SignatureCheck.ForeignKey;
import dev.touchstone.submission.card.signature.SignatureCheck.Malformed;
import dev.touchstone.submission.card.signature.SignatureCheck.NotSigned;
import dev.touchstone.submission.card.signature.SignatureCheck.RevokedKey;
import dev.touchstone.submission.card.signature.SignatureCheck.Tampered;
import dev.touchstone.submission.card.signature.SignatureCheck.UnregisteredKey;
import dev.touchstone.submission.card.signature.SignatureCheck.Valid;

class CardSignaturesTest {

    private static final JsonNode CARD = Cards.json(Cards.A2A_1_0);
    private static final Signer RSA = Signer.rsa();
    private static final Signer P256 = Signer.p256();
    private static final Signer ED25519 = Signer.ed25519();

    static Stream<Arguments> algorithms() {
        return Stream.of(Arguments.of(RSA, JWSAlgorithm.RS256, Algorithm.RSA_SHA256),
                Arguments.of(RSA, JWSAlgorithm.PS256, Algorithm.RSA_SHA256),
                Arguments.of(P256, JWSAlgorithm.ES256, Algorithm.ECDSA_SHA256),
                Arguments.of(Signer.p384(), JWSAlgorithm.ES384, Algorithm.ECDSA_SHA256),
                Arguments.of(ED25519, JWSAlgorithm.EdDSA, Algorithm.ED25519));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void aCardThatIsSignedWithARegisteredKeyIsValid(Signer signer, JWSAlgorithm algorithm, Algorithm bundled) {
        // Given
        JsonNode signed = signer.sign(CARD, algorithm);
        // When
        SignatureCheck check = CardSignatures.check(signed, signer.bundle(signed, bundled), MemoryKeys.of(signer));
        // Then
        assertEquals(new Valid(List.of(signer.keyId())), check);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void aCardThatWasChangedIsTold(Signer signer, JWSAlgorithm algorithm, Algorithm bundled) {
        // Given
        JsonNode changed = changed(signer.sign(CARD, algorithm));
        SignatureBundle bundle = signer.bundle(CARD, bundled);
        // Then
        assertEquals(new Tampered("/signatures/0"), check(changed, null, signer));
        assertEquals(new Tampered("/signatureBundle/payloadDigest"), check(changed(CARD), bundle, signer));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void aKeyThatNobodyRegisteredProvesNothing(Signer signer, JWSAlgorithm algorithm, Algorithm bundled) {
        // Given somebody who signs for themselves
        MemoryKeys others = MemoryKeys.of(Signer.ed25519());
        // Then
        assertEquals(new UnregisteredKey("/signatures/0"),
                CardSignatures.check(signer.sign(CARD, algorithm), null, others));
        assertEquals(new UnregisteredKey("/signatureBundle/publicKeyPem"),
                CardSignatures.check(CARD, signer.bundle(CARD, bundled), others));
    }

    @Test
    void aKeyOfAnotherOrganizationIsTold() {
        // Given
        MemoryKeys keys = new MemoryKeys().with("theirs", P256, Standing.FOREIGN);
        // Then
        assertEquals(new ForeignKey("/signatures/0"), CardSignatures.check(P256.sign(CARD, JWSAlgorithm.ES256), null, keys));
        assertEquals(new ForeignKey("/signatures/0"),
                CardSignatures.check(changed(P256.sign(CARD, JWSAlgorithm.ES256)), null, keys));
        assertEquals(new ForeignKey("/signatureBundle/publicKeyPem"),
                CardSignatures.check(CARD, P256.bundle(CARD, Algorithm.ECDSA_SHA256), keys));
    }

    @Test
    void aRevokedKeyIsTold() {
        // Given
        MemoryKeys keys = new MemoryKeys().with("release", ED25519, Standing.REVOKED);
        // Then
        assertEquals(new RevokedKey("/signatures/0"), CardSignatures.check(ED25519.sign(CARD, JWSAlgorithm.EdDSA), null, keys));
        assertEquals(new RevokedKey("/signatureBundle/publicKeyPem"),
                CardSignatures.check(CARD, ED25519.bundle(CARD, Algorithm.ED25519), keys));
    }

    @Test
    void withoutASignatureThereIsNothingToFault() {
        assertEquals(new NotSigned(), check(CARD, null, RSA));
        assertEquals(new NotSigned(), check(with(CARD, "signatures", "[]"), null, RSA));
    }

    @Test
    void whoeverStripsTheSignaturesLeavesTheBundleBehindThatTellsOfThem() {
        // Given
        JsonNode signed = RSA.sign(CARD, JWSAlgorithm.PS256);
        // When
        SignatureCheck check = check(CARD, RSA.bundle(signed, Algorithm.RSA_SHA256), RSA);
        // Then
        assertEquals(new Tampered("/signatureBundle/payloadDigest"), check);
    }

    @Test
    void aDigestThatMatchesDoesNotMakeUpForASignatureThatDoesNot() {
        // Given
        SignatureBundle real = P256.bundle(CARD, Algorithm.ECDSA_SHA256);
        String ofAnother = P256.bundle(changed(CARD), Algorithm.ECDSA_SHA256).signature();
        // When
        SignatureCheck check = check(CARD, new SignatureBundle(real.algorithm(), real.publicKeyPem(), ofAnother,
                real.payloadDigest()), P256);
        // Then
        assertEquals(new Tampered("/signatureBundle/signature"), check);
    }

    @Test
    void aKeyMayBeNamedAsItsOrganizationNamesItEvenWhileItIsRotated() {
        // Given
        Signer former = Signer.p256();
        MemoryKeys keys = new MemoryKeys().with("release", former, Standing.REVOKED).with("release", P256, Standing.IN_FORCE);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("release").build();
        // Then
        assertEquals(new Valid(List.of(P256.keyId())), CardSignatures.check(P256.sign(CARD, header), null, keys));
        assertEquals(new RevokedKey("/signatures/0"), CardSignatures.check(former.sign(CARD, header), null, keys));
    }

    @Test
    void oneSignatureThatHoldsIsEnoughAmongOthersOfStrangersButNotOfForgers() {
        // Given a card that its host signed as well, with a key that nobody registered here
        JsonNode twice = ED25519.sign(RSA.sign(CARD, JWSAlgorithm.RS256), JWSAlgorithm.EdDSA);
        MemoryKeys both = MemoryKeys.of(RSA).with("second", ED25519, Standing.IN_FORCE);
        JsonNode forged = RSA.sign(changed(RSA.sign(CARD, JWSAlgorithm.RS256)), JWSAlgorithm.RS256);
        // Then
        assertEquals(new Valid(List.of(RSA.keyId())), CardSignatures.check(twice, null, MemoryKeys.of(RSA)));
        assertEquals(new Valid(List.of(RSA.keyId(), ED25519.keyId())), CardSignatures.check(twice, null, both));
        assertEquals(new Tampered("/signatures/0"), check(forged, null, RSA));
    }

    @Test
    void aBundleThatDoesNotHoldIsNotMadeUpForByASignatureThatDoes() {
        // Given
        JsonNode signed = RSA.sign(CARD, JWSAlgorithm.RS256);
        // When
        SignatureCheck check = check(signed, RSA.bundle(CARD, Algorithm.RSA_SHA256), RSA);
        // Then
        assertEquals(new Tampered("/signatureBundle/payloadDigest"), check);
    }

    static Stream<UnaryOperator<JWSHeader.Builder>> keysThatTheSignatureBringsAlong() {
        var stranger = new com.nimbusds.jose.jwk.ECKey.Builder(com.nimbusds.jose.jwk.Curve.P_256,
                (java.security.interfaces.ECPublicKey) P256.keys().getPublic()).build();
        return Stream.of(header -> header.jwk(stranger),
                header -> header.jwkURL(java.net.URI.create("http://127.0.0.1:1/jwks.json")),
                header -> header.x509CertURL(java.net.URI.create("http://127.0.0.1:1/cert.pem")));
    }

    @ParameterizedTest
    @MethodSource
    void keysThatTheSignatureBringsAlong(UnaryOperator<JWSHeader.Builder> brought) {
        // Given a stranger who names the key of the organisation, and brings along the one that was used
        JWSHeader header = brought.apply(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("release")).build();
        // When
        SignatureCheck check = check(P256.sign(CARD, header), null, Signer.p256());
        // Then
        assertEquals(new Tampered("/signatures/0"), check);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"alg\":\"none\",\"kid\":\"release\"}",
            "{\"alg\":\"HS256\",\"kid\":\"release\"}",
            "{\"alg\":\"RS512\",\"kid\":\"release\"}",
            "{\"alg\":\"ES256K\",\"kid\":\"release\"}",
            "{\"alg\":\"ES256\"}",
            "{\"alg\":\"ES256\",\"kid\":\"\"}",
            "{\"alg\":\"ES256\",\"kid\":7}",
            "{\"alg\":\"none\",\"alg\":\"ES256\",\"kid\":\"release\"}",
            "{\"alg\":\"ES256\",\"kid\":\"release\",\"crit\":[\"exp\"],\"exp\":1}",
            "{\"alg\":\"ES256\",\"kid\":\"release\",\"b64\":false,\"crit\":[\"b64\"]}",
            "{\"alg\":\"ES256\",\"kid\":\"release\"} {}",
            "{\"kid\":\"release\"}",
            "[]", "7", "not JSON", "{",
            // The key is none that signs by this
            "{\"alg\":\"ES384\",\"kid\":\"release\"}",
            "{\"alg\":\"RS256\",\"kid\":\"release\"}",
            "{\"alg\":\"EdDSA\",\"kid\":\"release\"}",
    })
    void aHeaderThatAsksForWhatIsNoSignatureIsMalformed(String header) {
        // Given a signature that would be right
        JsonNode signed = P256.sign(CARD, JWSAlgorithm.ES256);
        ((ObjectNode) signed.at("/signatures/0")).put("protected",
                Base64URL.encode(header.getBytes(StandardCharsets.UTF_8)).toString());
        // Then
        assertEquals("/signatures/0", assertInstanceOf(Malformed.class, check(signed, null, P256)).pointer());
    }

    @Test
    void aPublicKeyIsNoSecretToSignWith() {
        // Given the classic confusion: HMAC with the text of the public key
        JsonNode signed = with(CARD, "signatures", "[{\"protected\": \"%s\", \"signature\": \"%s\"}]".formatted(
                Base64URL.encode("{\"alg\":\"HS256\",\"kid\":\"release\"}"), Base64URL.encode(RSA.pem())));
        // Then
        assertInstanceOf(Malformed.class, check(signed, null, RSA));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "7", "[7]", "[{}]", "[{\"protected\": 1, \"signature\": 2}]",
            "[{\"protected\": \"e30=\", \"signature\": \"AA\"}]", "[{\"protected\": \"e30\", \"signature\": \"\"}]",
            "[null]", "[1,2,3,4,5,6,7,8,9,10,11]" })
    void whatIsNoSignatureIsMalformed(String signatures) {
        assertInstanceOf(Malformed.class, check(with(CARD, "signatures", signatures), null, RSA));
    }

    @Test
    void theUnprotectedHeaderRepeatsNothing() {
        // Given
        JsonNode signed = P256.sign(CARD, JWSAlgorithm.ES256);
        ((ObjectNode) signed.at("/signatures/0")).set("header", Cards.json("{\"alg\": \"none\"}"));
        JsonNode harmless = P256.sign(CARD, JWSAlgorithm.ES256);
        ((ObjectNode) harmless.at("/signatures/0")).set("header", Cards.json("{\"iss\": \"Acme\"}"));
        // Then
        assertInstanceOf(Malformed.class, check(signed, null, P256));
        assertInstanceOf(Valid.class, check(harmless, null, P256));
    }

    @Test
    void aSignatureOfZerosIsNobodys() {
        // Given the signature that once held for every card (CVE-2022-21449)
        JsonNode signed = P256.sign(CARD, JWSAlgorithm.ES256);
        ((ObjectNode) signed.at("/signatures/0")).put("signature", Base64URL.encode(new byte[64]).toString());
        // Then
        assertEquals(new Tampered("/signatures/0"), check(signed, null, P256));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "MIIB",
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----" })
    void aKeyThatIsNoneIsMalformed(String pem) {
        // Given
        SignatureBundle real = RSA.bundle(CARD, Algorithm.RSA_SHA256);
        // When
        SignatureCheck check = check(CARD, new SignatureBundle(real.algorithm(), pem, real.signature(), real.payloadDigest()),
                RSA);
        // Then
        assertEquals("/signatureBundle/publicKeyPem", assertInstanceOf(Malformed.class, check).pointer());
    }

    @Test
    void aKeyOfAnotherKindThanTheAlgorithmsIsMalformed() {
        // Given
        SignatureBundle real = P256.bundle(CARD, Algorithm.ECDSA_SHA256);
        // When
        SignatureCheck check = check(CARD, new SignatureBundle(Algorithm.RSA_SHA256, real.publicKeyPem(), real.signature(),
                real.payloadDigest()), P256);
        // Then
        assertInstanceOf(Malformed.class, check);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0.1", "1e30", "-0.0", "333333333.3333333", "9007199254740992", "1E-7" })
    void otherNumbersAreSignedAsTheyAre(String number) {
        // Given
        JsonNode card = exactly("{\"name\": \"A\", \"url\": \"http://a/\", \"limit\": " + number + "}");
        // Then
        assertInstanceOf(Valid.class, check(P256.sign(card, JWSAlgorithm.ES256), null, P256));
    }

    @Test
    void aNumberThatNoDoubleHoldsHasNoCanonicalForm() {
        assertInstanceOf(Malformed.class, check(exactly("{\"limit\": 1e999, \"signatures\": [{}]}"), null, P256));
    }

    @Test
    void aCardOfAMegabyteIsCheckedLikeAnyOther() {
        // Given
        ObjectNode large = CARD.deepCopy();
        large.put("filling", "旅".repeat(300_000));
        JsonNode signed = P256.sign(large, JWSAlgorithm.ES256);
        // Then
        assertInstanceOf(Valid.class, check(signed, P256.bundle(signed, Algorithm.ECDSA_SHA256), P256));
    }

    private static SignatureCheck check(JsonNode card, @Nullable SignatureBundle bundle, Signer registered) {
        return CardSignatures.check(card, bundle, MemoryKeys.of(registered));
    }

    private static JsonNode changed(JsonNode card) {
        ObjectNode changed = card.deepCopy();
        ((ObjectNode) changed.at("/supportedInterfaces/1")).put("url", "https://evil.example/a2a");
        return changed;
    }

    private static JsonNode with(JsonNode card, String name, String value) {
        ObjectNode changed = card.deepCopy();
        changed.set(name, Cards.json(value));
        return changed;
    }

    /** With its numbers as they are written. */
    private static JsonNode exactly(String json) {
        try {
            return EventJson.mapper().reader()
                    .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
