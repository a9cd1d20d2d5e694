package dev.touchstone.submission.identity;

import static dev.touchstone.submission.identity.Administration.MAKERS;
import static dev.touchstone.submission.identity.Administration.RIVALS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.ServiceTest;
import io.restassured.response.ValidatableResponse;

@ServiceTest
class MembersResourceTest {

    private final String subject = UUID.randomUUID().toString();

    private String added(String role) {
        return Administration.post(TestKeys.OPERATOR, MAKERS + "/members", Administration.member(subject, role))
                .statusCode(201).extract().path("memberId");
    }

    private ValidatableResponse grant() {
        return Administration.post(TestKeys.SERVICE, "/api/v1/grants/ask",
                "{\"issuer\": \"" + Administration.ISSUER + "\", \"subject\": \"" + subject + "\"}").statusCode(200);
    }

    @Test
    void aMemberMayDoWhatItsRolesSay() {
        // When
        added("submitter:read");
        // Then
        grant().body("grant.name", equalTo("Mina Member")).body("grant.organizationId", equalTo("makers"))
                .body("grant.scopes", contains("submitter:read"));
    }

    @Test
    void aPersonBelongsToOneOrganization() {
        // Given
        added("submitter");
        // When
        var answer = Administration.post(TestKeys.OPERATOR, RIVALS + "/members", Administration.member(subject, "submitter"));
        // Then
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:member-exists"));
    }

    @Test
    void whoIsRemovedMayDoNothingAndMayComeBack() {
        // Given
        String member = added("submitter");
        // When
        Api.as(TestKeys.OPERATOR).delete(MAKERS + "/members/" + member).then().statusCode(204);
        // Then
        grant().body("grant", nullValue());
        Administration.post(TestKeys.OPERATOR, RIVALS + "/members", Administration.member(subject, "submitter"))
                .statusCode(201);
    }

    @Test
    void anOrganizationSeesItsMembersFormerOnesToo() {
        // Given
        String member = added("submitter");
        Api.as(TestKeys.OPERATOR).delete(MAKERS + "/members/" + member).then().statusCode(204);
        // When
        var answer = Api.asSubmitter().get(MAKERS + "/members?limit=200").then();
        // Then
        answer.statusCode(200).body("items.memberId", hasItem(member))
                .body("items.find { it.memberId == '" + member + "' }.removedBy", equalTo("Oto Operator"));
    }

    @Test
    void anotherOrganizationsMembersAreNotFound() {
        String member = added("submitter");
        Api.as(TestKeys.RIVAL).get(MAKERS + "/members").then().statusCode(404);
        Api.as(TestKeys.OPERATOR).delete(RIVALS + "/members/" + member).then().statusCode(404);
        Api.as(TestKeys.OPERATOR).delete(MAKERS + "/members/nobody").then().statusCode(404);
        Api.as(TestKeys.OPERATOR).get("/api/v1/organizations/nobody/members").then().statusCode(404);
    }

    @Test
    void allViolationsAreNamedAtOnce() {
        // When
        var answer = Administration.post(TestKeys.OPERATOR, MAKERS + "/members", """
                {"issuer": "id.example", "name": " ", "roles": ["submitter", "service", 7], "admin": true}""");
        // Then
        answer.statusCode(422).body("violations.pointer",
                containsInAnyOrder("/issuer", "/subject", "/name", "/roles/1", "/roles/2", "/admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.SUBMITTER, TestKeys.INSIDER, TestKeys.REVIEWER, TestKeys.AUDITOR })
    void nobodyButAnOperatorSaysWhoBelongsWhere(String key) {
        Administration.post(key, MAKERS + "/members", Administration.member(subject, "submitter")).statusCode(403);
        Api.as(key).delete(MAKERS + "/members/" + UUID.randomUUID()).then().statusCode(403);
    }
}
