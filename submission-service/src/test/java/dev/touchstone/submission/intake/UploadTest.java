package dev.touchstone.submission.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.submission.Api;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.restassured.specification.RequestSpecification;

@ServiceTest
class UploadTest {

    private static final String MULTIPART = "multipart/form-data";
    private static final byte[] CARD = Cards.at(RelayDouble.GOOD).getBytes(StandardCharsets.UTF_8);
    private static final String PATH = "/api/v1/submissions";
    private static final String JSON = "application/json";

    @Test
    void partsMakeASubmission() {
        // When
        var answer = upload().multiPart("submission", Api.with(Api.request(RelayDouble.GOOD), "cardDocument", "null"), JSON)
                .multiPart("card", "card.json", CARD, JSON).post(PATH).then();
        // Then
        answer.statusCode(202).body("state", equalTo("in_review")).body("links.card", endsWith("/card"));
    }

    @Test
    void fieldsAndFilesWithoutATypeAreReadAsWell() {
        // When
        var answer = upload().multiPart("submission", "{\"agentId\": \"" + Api.agentId() + "\"}")
                .multiPart("card", "card.json", CARD).post(PATH).then();
        // Then
        answer.statusCode(202);
    }

    @Test
    void anUploadRepeatsTheRequestThatItIsTheSameAs() {
        // Given
        String key = UUID.randomUUID().toString();
        String request = Api.request(RelayDouble.GOOD);
        String id = Api.post(key, request).statusCode(202).extract().path("submissionId");
        // When
        var answer = upload().header("Idempotency-Key", '"' + key + '"')
                .multiPart("card", "card.json", CARD, JSON)
                .multiPart("submission", Api.with(request, "cardDocument", "null"), JSON).post(PATH).then();
        // Then
        answer.statusCode(200).body("duplicateOf", equalTo(id));
    }

    @Test
    void violationsPointIntoTheDocumentThatThePartsMake() {
        // When
        var answer = upload().multiPart("submission", "{}", JSON).multiPart("card", "{\"name\": 7}", JSON)
                .multiPart("signature", "{\"algorithm\": \"none\"}", JSON).post(PATH).then();
        // Then
        answer.statusCode(422).body("violations.pointer", hasItems("/agentId", "/cardDocument/name",
                "/signatureBundle/algorithm", "/signatureBundle/publicKeyPem"));
    }

    @Test
    void aCardThatComesTwiceIsRefused() {
        // When
        var answer = upload().multiPart("submission", Api.request(RelayDouble.GOOD), JSON)
                .multiPart("card", "card.json", CARD, JSON).post(PATH).then();
        // Then
        answer.statusCode(400).body("type", equalTo("urn:touchstone:problem:malformed-multipart"))
                .body("detail", containsString("cardDocument"));
    }

    @ParameterizedTest
    @CsvSource({ "card, is missing", "submissions, may be named" })
    void otherPartsAreRefused(String name, String detail) {
        // When
        var answer = upload().multiPart(name, "{}", JSON).post(PATH).then();
        // Then
        answer.statusCode(400).body("type", equalTo("urn:touchstone:problem:malformed-multipart"))
                .body("detail", containsString(detail));
    }

    @Test
    void aRepeatedPartIsRefused() {
        // When
        var answer = upload().multiPart("submission", "{}", JSON).multiPart("submission", "{}", JSON).post(PATH).then();
        // Then
        answer.statusCode(400).body("detail", containsString("more than once"));
    }

    @Test
    void aPartThatIsNotJsonIsRefusedByName() {
        // When
        var answer = upload().multiPart("submission", "{", JSON).post(PATH).then();
        // Then
        answer.statusCode(400).body("type", equalTo("urn:touchstone:problem:malformed-json"))
                .body("detail", containsString("The part submission"));
    }

    @Test
    void anUploadIsTriedLikeARequest() {
        // When
        var answer = upload().multiPart("submission", "{\"agentId\": \"a\"}", JSON).post(PATH + "?validate=true").then();
        // Then
        answer.statusCode(200).body("wouldBeAccepted", equalTo(false))
                .body("problems[0].violations.pointer", contains("/cardDocument"));
    }

    private static RequestSpecification upload() {
        return Api.asSubmitter().contentType(MULTIPART);
    }
}
