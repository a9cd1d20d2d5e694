package dev.touchstone.submission.identity;

import static dev.touchstone.submission.identity.Administration.ORGANIZATIONS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.ServiceTest;

@ServiceTest
class OrganizationsResourceTest {

    @Test
    void anOperatorEntersAnOrganization() {
        // When
        String id = Administration.newOrganization();
        // Then
        Api.as(TestKeys.OPERATOR).get(ORGANIZATIONS + "/" + id).then().statusCode(200).body("organizationId", equalTo(id))
                .body("contactEmail", nullValue()).body("createdBy", equalTo("Oto Operator"))
                .body("createdAt", notNullValue());
    }

    @Test
    void anIdIsTakenOnce() {
        // Given
        String id = Administration.newOrganization();
        // When
        var answer = Administration.post(TestKeys.OPERATOR, ORGANIZATIONS,
                "{\"organizationId\": \"" + id + "\", \"name\": \"Another\"}");
        // Then
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:organization-exists"));
    }

    @Test
    void allViolationsAreNamedAtOnce() {
        // When
        var answer = Administration.post(TestKeys.OPERATOR, ORGANIZATIONS, """
                {"organizationId": "Makers!", "contactEmail": "nobody", "owner": "me"}""");
        // Then
        answer.statusCode(422).body("type", equalTo("urn:touchstone:problem:invalid-request"))
                .body("violations.pointer", containsInAnyOrder("/organizationId", "/name", "/contactEmail", "/owner"));
    }

    @Test
    void nobodyBecomesWhatWasThereBeforeOrganizationsWere() {
        Administration.post(TestKeys.OPERATOR, ORGANIZATIONS, "{\"organizationId\": \"unclaimed\", \"name\": \"All\"}")
                .statusCode(422).body("violations.pointer", contains("/organizationId"));
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.SUBMITTER, TestKeys.INSIDER, TestKeys.REVIEWER, TestKeys.AUDITOR, TestKeys.SERVICE })
    void nobodyButAnOperatorEntersOne(String key) {
        Administration.post(key, ORGANIZATIONS, "{\"organizationId\": \"mine\", \"name\": \"Mine\"}").statusCode(403);
    }

    @Test
    void aSubmitterSeesItsOwnOnly() {
        Api.asSubmitter().get(ORGANIZATIONS).then().statusCode(200).body("items.organizationId", contains("makers"))
                .body("next", nullValue());
        Api.asSubmitter().get(Administration.MAKERS).then().statusCode(200);
        Api.asSubmitter().get(Administration.RIVALS).then().statusCode(404)
                .body("type", equalTo("urn:touchstone:problem:not-found"));
    }

    @Test
    void aListGoesOnWhereItEnded() {
        // Given
        var first = Api.as(TestKeys.AUDITOR).get(ORGANIZATIONS + "?limit=1").then().statusCode(200)
                .body("items", hasSize(1)).extract();
        // When
        var rest = Api.as(TestKeys.AUDITOR).queryParam("after", first.<String> path("next")).get(ORGANIZATIONS + "?limit=200")
                .then();
        // Then
        rest.statusCode(200).body("items.organizationId", hasItem(TestKeys.RIVALS));
    }

    @ParameterizedTest
    @ValueSource(strings = { "?limit=0", "?limit=x", "?after=x", "?after=WzFd" })
    void aMalformedPlaceInAListIsRefused(String query) {
        Api.as(TestKeys.OPERATOR).get(ORGANIZATIONS + "/makers/keys" + query).then().statusCode(400)
                .body("type", equalTo("urn:touchstone:problem:malformed-parameter"));
    }
}
