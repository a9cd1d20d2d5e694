package dev.touchstone.submission.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.access.ApiKey;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.ServiceTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@ServiceTest
class GrantsResourceTest {

    private static ValidatableResponse ask(String key, String question) {
        return Api.as(key).contentType(ContentType.JSON).body(question).post("/api/v1/grants/ask").then();
    }

    private static String byDigestOf(String key) {
        return "{\"keyDigest\": \"" + new ApiKey(key).digest() + "\"}";
    }

    @Test
    void aServiceIsToldWhatAKeyMayDo() {
        ask(TestKeys.SERVICE, byDigestOf(TestKeys.SUBMITTER)).statusCode(200)
                .body("grant.name", equalTo("Sumi Submitter")).body("grant.organizationId", equalTo(TestKeys.MAKERS))
                .body("grant.scopes", contains("submitter"));
    }

    @Test
    void aKeyThatNobodyHasIsNoError() {
        ask(TestKeys.SERVICE, byDigestOf(TestKeys.UNKNOWN)).statusCode(200).body("$", hasKey("grant"))
                .body("grant", nullValue());
    }

    @Test
    void aSubjectThatIsNoMemberIsNoError() {
        ask(TestKeys.SERVICE, "{\"issuer\": \"https://id.example\", \"subject\": \"nobody\"}").statusCode(200)
                .body("grant", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"issuer\": \"https://id.example\"}", "null",
            "{\"keyDigest\": \"a\", \"issuer\": \"b\", \"subject\": \"c\"}" })
    void aQuestionIsOneOrTheOther(String question) {
        ask(TestKeys.SERVICE, question).statusCode(422).body("type", equalTo("urn:touchstone:problem:invalid-request"));
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.SUBMITTER, TestKeys.REVIEWER, TestKeys.OPERATOR, TestKeys.AUDITOR })
    void nobodyButAServiceMayAsk(String key) {
        ask(key, byDigestOf(TestKeys.SUBMITTER)).statusCode(403);
    }
}
