package dev.touchstone.submission.intake.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.submission.Api;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.SignatureBundle;
import dev.touchstone.submission.Violation;

class RequestReaderTest {

    private static final String BUNDLE = """
            {"algorithm": "ed25519", "publicKeyPem": "-----BEGIN PUBLIC KEY-----\\nMCow\\nBQ==\\n-----END PUBLIC KEY-----\\n",
             "signature": "c2lnbmVk", "payloadDigest": "sha256:%s"}""".formatted("0".repeat(64));

    @Test
    void aSignatureIsReadAsItIs() {
        // When
        Reading.Valid read = assertInstanceOf(Reading.Valid.class, read("signatureBundle", BUNDLE));
        // Then
        assertEquals(new SignatureBundle(SignatureBundle.Algorithm.ED25519,
                "-----BEGIN PUBLIC KEY-----\nMCow\nBQ==\n-----END PUBLIC KEY-----\n", "c2lnbmVk", "sha256:" + "0".repeat(64)),
                read.request().signatureBundle());
    }

    @ParameterizedTest
    @ValueSource(strings = { "-----BEGIN PRIVATE KEY-----\\nMCow\\n-----END PRIVATE KEY-----", "MCow", "",
            "-----BEGIN PUBLIC KEY-----\\n<script>\\n-----END PUBLIC KEY-----" })
    void onlyAPublicKeyInPemIsOne(String pem) {
        assertEquals(List.of("/signatureBundle/publicKeyPem"), pointers(read("signatureBundle",
                BUNDLE.replaceAll("-----BEGIN.*?-----END PUBLIC KEY-----.n", pem.replace("\\", "\\\\")))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\u202e", "\u2066", "\u2028", "\u0007", "\u0000", "\u0085", "\u2029" })
    void textThatReadsOtherwiseThanItIsWrittenIsRefused(String character) {
        // Given
        String name = "Makers" + character + "srekaM";
        String organization = "{\"organizationId\": \"makers\", \"name\": "
                + com.fasterxml.jackson.databind.node.TextNode.valueOf(name) + "}";
        // Then
        assertEquals(List.of("/organization/name"), pointers(read("organization", organization)));
    }

    @Test
    void japaneseAndHebrewAreText() {
        assertInstanceOf(Reading.Valid.class,
                read("organization", "{\"organizationId\": \"makers\", \"name\": \"株式会社 שלום\"}"));
    }

    @Test
    void aSecretIsNamedAndBelongsToTheRequest() {
        // Given
        String request = withRelay("{\"token\": \"secret:makers/trip\"}");
        // When
        Body body = body(request);
        Reading.Valid read = assertInstanceOf(Reading.Valid.class, RequestReader.read(body.json(), "makers"));
        // Then
        assertEquals(new SubmissionRequest.Relay(null, "makers/trip"), read.request().telemetry().relay());
        assertNotEquals(body.digest(), body(request.replace("/trip", "/other")).digest());
    }

    @ParameterizedTest
    @ValueSource(strings = { "s3cret-token", "secret:rivals/trip", "secret:makers", "secret:makers/", "secret:makers/a/b",
            "secret:/trip", "secret:makers/a b", "Bearer s3cret", "" })
    void aTokenItselfAndTheSecretsOfOthersAreRefusedWithoutBeingRepeated(String token) {
        // When
        Reading.Invalid refused = assertInstanceOf(Reading.Invalid.class,
                RequestReader.read(body(withRelay("{\"token\": \"" + token + "\"}")).json(), "makers"));
        // Then
        assertEquals(List.of("/telemetry/relay/token"), refused.violations().stream().map(Violation::pointer).toList());
        assertTrue(refused.violations().getFirst().detail().contains("secret:makers/<name>"));
        assertFalse(refused.toString().contains("s3cret") || refused.toString().contains("rivals"));
    }

    @Test
    void nothingKeepsATokenThatSomebodySendsAllTheSame() {
        // Given
        String request = withRelay("{\"endpoint\": \"https://relay.example\", \"token\": \"s3cret\"}");
        // When
        Body body = body(request);
        // Then
        assertFalse((RequestReader.read(body.json(), "makers") + body.toString()).contains("s3cret"));
        assertEquals(body.digest(), body(request.replace("s3cret", "other")).digest());
        assertNotEquals(body.digest(), body(request.replace("relay.example", "b.example")).digest());
    }

    @Test
    void aRelayWithNeitherEndpointNorSecretIsIncomplete() {
        assertEquals(List.of("/telemetry/relay/endpoint"),
                pointers(RequestReader.read(body(withRelay("{}")).json(), "makers")));
    }

    private static String withRelay(String relay) {
        return Api.with(Api.request("a", "https://agent.example/a2a"), "telemetry", "{\"relay\": " + relay + "}");
    }

    private static Body body(String request) {
        return Body.read(request.getBytes(StandardCharsets.UTF_8), 1_000_000);
    }

    private static Reading read(String member, String value) {
        return RequestReader.read(Cards.json(Api.with(Api.request("a", "https://agent.example/a2a"), member, value)), "makers");
    }

    private static List<String> pointers(Reading reading) {
        return assertInstanceOf(Reading.Invalid.class, reading).violations().stream().map(Violation::pointer).toList();
    }
}
