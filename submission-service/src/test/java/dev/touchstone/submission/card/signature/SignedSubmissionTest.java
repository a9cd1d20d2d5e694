package dev.touchstone.submission.card.signature;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import dev.touchstone.submission.SignatureBundle;
import dev.touchstone.submission.SignatureBundle.Algorithm;
import dev.touchstone.submission.intake.TunableIntake;
import io.restassured.response.ValidatableResponse;

/** What becomes of signed cards at the door. */
@ServiceTest
class SignedSubmissionTest {

    private static final JsonNode CARD = Cards.json(Cards.at(RelayDouble.GOOD));

    private final Signer signer = Signer.p256();

    @Test
    void aCardThatIsSignedInBothWaysIsAcceptedWithoutAWarning() {
        // Given
        signer.register(TestKeys.SUBMITTER, TestKeys.MAKERS);
        JsonNode signed = signer.sign(CARD, JWSAlgorithm.ES256);
        // When
        ValidatableResponse answer = Api.post(request(signed, signer.bundle(signed, Algorithm.ECDSA_SHA256)));
        // Then
        answer.statusCode(202).body("warnings", not(contains("The card is not signed.")));
    }

    @Test
    void aCardThatNobodySignedIsWarnedOfUnlessTheOperatorWantsASignature() {
        Api.post(request(CARD)).statusCode(202).body("warnings", contains("The card is not signed."));
        TunableIntake.whileSignaturesAreRequired(() -> refused(Api.post(request(CARD)), "signature-required",
                "/signatureBundle"));
    }

    @Test
    void aTamperedCardIsRefused() {
        // Given
        signer.register(TestKeys.SUBMITTER, TestKeys.MAKERS);
        ObjectNode tampered = signer.sign(CARD, JWSAlgorithm.ES256).deepCopy();
        tampered.put("description", "Plans something else");
        // Then
        refused(Api.post(request(tampered)), "card-tampered", "/cardDocument/signatures/0");
        refused(Api.post(request(tampered, signer.bundle(CARD, Algorithm.ECDSA_SHA256)).replace("\"signatures\"", "\"x\"")),
                "card-tampered", "/signatureBundle/payloadDigest");
    }

    @Test
    void aKeyOfAnotherOrganizationIsRefusedWithoutSayingWhose() {
        // Given
        signer.register(TestKeys.RIVAL, TestKeys.RIVALS);
        // When
        ValidatableResponse answer = Api.post(request(CARD, signer.bundle(CARD, Algorithm.ECDSA_SHA256)));
        // Then
        refused(answer, "signing-key-foreign", "/signatureBundle/publicKeyPem");
        answer.body(not(org.hamcrest.Matchers.containsString(TestKeys.RIVALS)));
    }

    @Test
    void whoeverSignsForThemselvesWithAKeyThatNobodyRegisteredIsRefused() {
        refused(Api.post(request(CARD, signer.bundle(CARD, Algorithm.ECDSA_SHA256))), "signing-key-unregistered",
                "/signatureBundle/publicKeyPem");
        refused(Api.post(request(signer.sign(CARD, JWSAlgorithm.ES256))), "signing-key-unregistered",
                "/cardDocument/signatures/0");
    }

    @Test
    void aRevokedKeySignsNothingMore() {
        // Given
        signer.register(TestKeys.SUBMITTER, TestKeys.MAKERS);
        signer.revoke(TestKeys.SUBMITTER, TestKeys.MAKERS);
        // Then
        refused(Api.post(request(CARD, signer.bundle(CARD, Algorithm.ECDSA_SHA256))), "signing-key-revoked",
                "/signatureBundle/publicKeyPem");
    }

    @Test
    void whatIsNoSignatureIsRefused() {
        refused(Api.post(request(CARD).replace("\"skills\"", "\"signatures\": [7], \"skills\"")), "signature-malformed",
                "/cardDocument/signatures/0");
    }

    private static String request(JsonNode card) {
        return Api.with(Api.request(RelayDouble.GOOD), "cardDocument", card.toString());
    }

    private static String request(JsonNode card, SignatureBundle bundle) {
        return Api.with(request(card), "signatureBundle", Signer.json(bundle));
    }

    private static ValidatableResponse refused(ValidatableResponse answer, String type, String pointer) {
        return answer.statusCode(422).body("type", equalTo("urn:touchstone:problem:" + type))
                .body("violations.pointer", contains(pointer));
    }
}
