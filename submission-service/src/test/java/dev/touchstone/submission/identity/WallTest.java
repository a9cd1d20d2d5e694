package dev.touchstone.submission.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.restassured.http.ContentType;

/** What stands between one organisation and another. */
@ServiceTest
class WallTest {

    @ParameterizedTest
    @ValueSource(strings = { "", "/progress", "/events", "/context", "/card" })
    void anotherOrganizationsSubmissionDoesNotExist(String below) {
        // Given
        UUID id = Api.accepted(RelayDouble.GOOD).submissionId();
        // When
        var answer = Api.as(TestKeys.RIVAL).get("/api/v1/submissions/" + id + below).then();
        // Then
        answer.statusCode(404).body("type", equalTo("urn:touchstone:problem:not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.REVIEWER, TestKeys.OPERATOR, TestKeys.AUDITOR, TestKeys.SERVICE })
    void whoWorksForTheInstallationSeesEveryOrganizations(String key) {
        // Given
        UUID id = Api.accepted(RelayDouble.GOOD).submissionId();
        // When
        var answer = Api.as(key).get("/api/v1/submissions/" + id).then();
        // Then
        answer.statusCode(200).body("organizationId", equalTo(TestKeys.MAKERS));
    }

    @Test
    void aListShowsTheOwnOrganizationsOnly() {
        // Given
        String id = Api.accepted(RelayDouble.GOOD).submissionId().toString();
        // When
        var rivals = Api.as(TestKeys.RIVAL).get("/api/v1/submissions?limit=200").then();
        var all = Api.as(TestKeys.AUDITOR).get("/api/v1/submissions?limit=200").then();
        // Then
        rivals.statusCode(200).body("items.submissionId", not(hasItem(id)))
                .body("items.organizationId", everyItem(equalTo(TestKeys.RIVALS)));
        all.statusCode(200).body("items.submissionId", hasItem(id));
    }

    @Test
    void twoOrganizationsMayChooseTheSameIdempotencyKey() {
        // Given
        String key = UUID.randomUUID().toString();
        String first = Api.post(key, minimal()).statusCode(202).extract().path("submissionId");
        // When
        var answer = Api.as(TestKeys.RIVAL).contentType(ContentType.JSON).header("Idempotency-Key", '"' + key + '"')
                .body(minimal()).post("/api/v1/submissions").then();
        // Then
        answer.statusCode(202).body("submissionId", not(equalTo(first)));
    }

    private static String minimal() {
        return "{\"agentId\": \"" + Api.agentId() + "\", \"cardDocument\": " + Cards.A2A_0_3 + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.REVIEWER, TestKeys.OPERATOR, TestKeys.AUDITOR, TestKeys.SERVICE })
    void onlySubmittersSubmit(String key) {
        Api.as(key).contentType(ContentType.JSON).body("{}").post("/api/v1/submissions").then().statusCode(403)
                .body("type", equalTo("urn:touchstone:problem:forbidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/submissions", "/api/v1/submissions/1", "/api/v1/catalog" })
    void aStrangerSeesNothing(String path) {
        given().get(path).then().statusCode(401).body("type", equalTo("urn:touchstone:problem:unauthenticated"));
        Api.as(TestKeys.UNKNOWN).get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.SUBMITTER, TestKeys.RIVAL, TestKeys.REVIEWER, TestKeys.OPERATOR, TestKeys.AUDITOR })
    void anyRoleReadsTheCatalog(String key) {
        Api.as(key).get("/api/v1/catalog").then().statusCode(200);
    }
}
