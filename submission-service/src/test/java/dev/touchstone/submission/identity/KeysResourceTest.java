package dev.touchstone.submission.identity;

import static dev.touchstone.submission.identity.Administration.MAKERS;
import static dev.touchstone.submission.identity.Administration.RIVALS;
import static dev.touchstone.submission.identity.Administration.key;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.ServiceTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@ServiceTest
class KeysResourceTest {

    @Inject
    Pool pool;

    private static JsonPath made(String by, String scope) {
        return Administration.post(by, MAKERS + "/keys", key("pipeline", scope)).statusCode(201).extract().jsonPath();
    }

    private static String seen(String organization, String keyId) {
        return Api.as(TestKeys.OPERATOR).get(organization + "/keys?limit=200").then().statusCode(200).extract().jsonPath()
                .getString("items.find { it.keyId == '" + keyId + "' }.lastUsedAt");
    }

    @Test
    void aSecretIsShownOnceAndWorks() {
        // When
        var answer = Administration.post(TestKeys.SUBMITTER, MAKERS + "/keys", key("pipeline", "submitter"));
        // Then
        String secret = answer.statusCode(201).header("Cache-Control", "no-store").body("secret", startsWith("ts_"))
                .body("createdBy", equalTo("Sumi Submitter")).body("lastUsedAt", nullValue())
                .body("configured", equalTo(false)).body("digest", nullValue()).extract().path("secret");
        Api.as(secret).get("/api/v1/submissions").then().statusCode(200);
        Api.asSubmitter().get(MAKERS + "/keys?limit=200").then().statusCode(200)
                .body(not(containsString(secret.substring(10))));
    }

    @Test
    void aScopeForReadingChangesNothing() {
        // Given
        String secret = made(TestKeys.SUBMITTER, "submitter:read").getString("secret");
        // When
        var change = Api.as(secret).contentType(ContentType.JSON).body("{}").post("/api/v1/submissions").then();
        // Then
        change.statusCode(403);
        Api.as(secret).get("/api/v1/submissions").then().statusCode(200);
    }

    @Test
    void aRevokedKeyOpensNothing() {
        // Given
        JsonPath key = made(TestKeys.SUBMITTER, "submitter");
        Api.as(key.getString("secret")).get("/api/v1/submissions").then().statusCode(200);
        // When
        Api.asSubmitter().delete(MAKERS + "/keys/" + key.getString("keyId")).then().statusCode(204);
        // Then
        Api.as(key.getString("secret")).get("/api/v1/submissions").then().statusCode(401);
        Api.asSubmitter().delete(MAKERS + "/keys/" + key.getString("keyId")).then().statusCode(204);
    }

    @Test
    void anExpiredKeyOpensNothing() {
        // Given
        String keyId = Administration.post(TestKeys.SUBMITTER, MAKERS + "/keys", """
                {"name": "short", "scopes": ["submitter"], "expiresAt": "2199-01-01T00:00:00+09:00"}""").statusCode(201)
                .body("expiresAt", equalTo("2198-12-31T15:00:00Z")).extract().path("keyId");
        // When
        String secret = expire(keyId);
        // Then
        Api.as(secret).get("/api/v1/submissions").then().statusCode(401);
    }

    /** Time passes for this key, and it gets a secret that nobody has used before. */
    private String expire(String keyId) {
        String secret = "ts_test_expired_" + keyId.replace("-", "");
        pool.preparedQuery("update api_key set expires_at = now() - interval '1 second', digest = $2 where id = $1")
                .execute(Tuple.of(UUID.fromString(keyId), new dev.touchstone.events.access.ApiKey(secret).digest()))
                .await().indefinitely();
        return secret;
    }

    @Test
    void theLastUseIsNotedAfterTheAnswer() {
        // Given
        JsonPath key = made(TestKeys.SUBMITTER, "submitter");
        // When
        Api.as(key.getString("secret")).get("/api/v1/submissions").then().statusCode(200);
        // Then
        await().until(() -> seen(MAKERS, key.getString("keyId")) != null);
    }

    @Test
    void nobodyGivesAwayMoreThanTheyMayDo() {
        // When
        var answer = Administration.post(TestKeys.SUBMITTER, MAKERS + "/keys", """
                {"name": "more", "scopes": ["submitter", "reviewer", "operator:read", "auditor"]}""");
        // Then
        answer.statusCode(422).body("violations.pointer", containsInAnyOrder("/scopes/1", "/scopes/2", "/scopes/3"));
        Administration.post(TestKeys.INSIDER, MAKERS + "/keys", key("mine", "reviewer:read")).statusCode(201);
        Administration.post(TestKeys.OPERATOR, RIVALS + "/keys", key("theirs", "auditor:read")).statusCode(201);
    }

    @Test
    void nobodyMakesTheSecondReviewerForThemselves() {
        // When
        var answer = Administration.post(TestKeys.INSIDER, MAKERS + "/keys", key("somebody else", "reviewer"));
        // Then
        answer.statusCode(422).body("violations.pointer", containsInAnyOrder("/scopes/0"));
        Administration.post(TestKeys.OPERATOR, MAKERS + "/keys", key("somebody else", "reviewer")).statusCode(201);
    }

    @Test
    void allViolationsAreNamedAtOnce() {
        // When
        var answer = Administration.post(TestKeys.OPERATOR, MAKERS + "/keys", """
                {"scopes": ["service", "submitter:write"], "expiresAt": "2020-01-01T00:00:00Z", "secret": "mine"}""");
        // Then
        answer.statusCode(422).body("violations.pointer",
                containsInAnyOrder("/name", "/scopes/0", "/scopes/1", "/expiresAt", "/secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"name\": \"a\", \"scopes\": []}", "{\"name\": \"a\", \"scopes\": \"submitter\"}",
            "{\"name\": \"a\"}" })
    void aKeyThatMayDoNothingIsNotMade(String body) {
        Administration.post(TestKeys.OPERATOR, MAKERS + "/keys", body).statusCode(422)
                .body("violations.pointer", contains("/scopes"));
    }

    @Test
    void anotherOrganizationsKeysAreNotFound() {
        String keyId = made(TestKeys.SUBMITTER, "submitter").getString("keyId");
        Api.as(TestKeys.RIVAL).get(MAKERS + "/keys").then().statusCode(404);
        Administration.post(TestKeys.RIVAL, MAKERS + "/keys", key("theirs", "submitter")).statusCode(404);
        Api.as(TestKeys.RIVAL).delete(MAKERS + "/keys/" + keyId).then().statusCode(404);
        Api.as(TestKeys.RIVAL).delete(RIVALS + "/keys/" + keyId).then().statusCode(404);
        Api.asSubmitter().get(MAKERS + "/keys").then().statusCode(200);
    }

    @Test
    void whoSeesEveryOrganizationStillManagesOnlyItsOwn() {
        Administration.post(TestKeys.INSIDER, RIVALS + "/keys", key("mine", "submitter")).statusCode(403);
        Api.as(TestKeys.INSIDER).get(RIVALS + "/keys").then().statusCode(403);
        Api.as(TestKeys.AUDITOR).get(RIVALS + "/keys").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.REVIEWER, TestKeys.AUDITOR, TestKeys.SERVICE })
    void othersMakeNone(String key) {
        Administration.post(key, MAKERS + "/keys", key("mine", "submitter")).statusCode(403);
    }

    @Test
    void thereIsAnEndToTheKeysOfAnOrganization() {
        // Given
        String organization = "/api/v1/organizations/" + Administration.newOrganization();
        for (int made = 0; made < Keys.MOST_IN_FORCE; made++) {
            Administration.post(TestKeys.OPERATOR, organization + "/keys", key("k" + made, "submitter")).statusCode(201);
        }
        // When
        var answer = Administration.post(TestKeys.OPERATOR, organization + "/keys", key("one more", "submitter"));
        // Then
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:limit-reached"));
        String next = Api.as(TestKeys.AUDITOR).get(organization + "/keys?limit=99").then().body("items", hasSize(99))
                .body("next", notNullValue()).extract().path("next");
        Api.as(TestKeys.AUDITOR).queryParam("after", next).get(organization + "/keys").then()
                .body("items.name", contains("k99")).body("next", nullValue());
    }
}
