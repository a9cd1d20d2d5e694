package dev.touchstone.submission.policy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.ServiceTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;

@ServiceTest
class PoliciesResourceTest {

    private static final String POLICIES = "/api/v1/policies";
    private static final String PERFECT = """
            {"precheck": {"passed": true, "metrics": {"score": 1}},
             "security": {"passed": true, "metrics": {"score": 1, "leaked": 0, "attempted": 9},
                          "summary": {"suites": [{"digest": "sha256:00"}]}},
             "functional": {"passed": true, "metrics": {"score": 1, "scenarios": 3, "needs_review": 0}},
             "judge": {"passed": true, "metrics": {"score": 1, "critical_safety": 0, "confounded": 0}, "summary": {"verdict": "approve"}}}""";

    @Inject
    Pool pool;

    /** Other tests share the database and count on the bundled policy. */
    @AfterEach
    void bringTheBundledPolicyBack() {
        post("/policy-1/activation", TestKeys.OPERATOR, "{\"reason\": \"end of the test\"}");
    }

    @Test
    void theBundledPolicyWasActivatedAtTheFirstStart() {
        get("/active").statusCode(200).body("version", equalTo("policy-1")).body("document.weights.security", equalTo(30));
        List<String> reasons = get("/activations?limit=200").statusCode(200).extract().path("items.reason");
        assertTrue(reasons.contains("The first start"));
    }

    @Test
    void anOperatorStoresAndActivatesAVersion() {
        // Given
        String version = stored();
        // When
        post("/" + version + "/activation", TestKeys.OPERATOR, "{\"reason\": \"a leak in May\"}").statusCode(200)
                .body("activatedBy", equalTo("Oto Operator"));
        // Then
        get("/active").body("version", equalTo(version));
        get("/activations?limit=1").body("items", hasSize(1)).body("items[0].version", equalTo(version))
                .body("items[0].reason", equalTo("a leak in May")).body("next", notNullValue());
        get("/" + version).body("storedBy", equalTo("Oto Operator")).body("digest", startsWith("sha256:"))
                .body("document.rules.noLeak", equalTo("reject"));
    }

    @Test
    void aVersionIsTakenOnceAndForAll() {
        // Given
        String version = stored();
        // When
        ValidatableResponse answer = post("", TestKeys.OPERATOR, document(version));
        // Then
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:policy-version-taken"));
    }

    @Test
    void whatIsActiveIsNotActivatedAgain() {
        post("/policy-1/activation", TestKeys.OPERATOR, "{\"reason\": \"once more\"}").statusCode(409)
                .body("type", equalTo("urn:touchstone:problem:policy-active"));
    }

    @Test
    void aPolicyThatIsNotValidIsRefusedWithAllItsFaults() {
        post("", TestKeys.OPERATOR, "{\"version\": \"x\", \"rules\": {\"noLeak\": \"off\"}, \"more\": 1}").statusCode(422)
                .body("type", equalTo("urn:touchstone:problem:invalid-policy"))
                .body("violations.pointer", hasItem("/rules/noLeak")).body("violations.pointer", hasItem("/more"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "{\"version\": \"a\", \"version\": \"b\"}", "{} {}" })
    void whatIsNoStrictJsonIsRefused(String body) {
        post("", TestKeys.OPERATOR, body).statusCode(body.isEmpty() ? 422 : 400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"reason\": \" \"}", "{\"reason\": 7}", "{\"reason\": \"x\", \"force\": true}" })
    void anActivationHasAReasonAndNothingElse(String body) {
        post("/policy-1/activation", TestKeys.OPERATOR, body).statusCode(422)
                .body("type", equalTo("urn:touchstone:problem:invalid-request"));
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.SUBMITTER, TestKeys.REVIEWER, TestKeys.AUDITOR, TestKeys.SERVICE })
    void nobodyButAnOperatorChangesThePolicy(String key) {
        post("", key, document("mine")).statusCode(403);
        post("/policy-1/activation", key, "{\"reason\": \"mine\"}").statusCode(403);
        Api.as(key).get(POLICIES + "/active").then().statusCode(200);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        get("/nothing").statusCode(404);
        post("/nothing/activation", TestKeys.OPERATOR, "{\"reason\": \"x\"}").statusCode(404);
        post("/nothing/assessments", TestKeys.SUBMITTER, "{}").statusCode(404);
    }

    @Test
    void versionsArePagedTheNewestFirst() {
        // Given
        String older = stored();
        String newer = stored();
        // When
        String next = get("?limit=1").body("items.version", contains(newer)).extract().path("next");
        // Then
        get("?limit=1&after=" + next).body("items.version", contains(older));
        get("?limit=0").statusCode(400);
        get("?after=nonsense").statusCode(400).body("type", equalTo("urn:touchstone:problem:malformed-parameter"));
    }

    @Test
    void aPolicyCanBeTried() {
        String baseline = """
                {"revision": "r1", "breakdown": [{"component": "security", "weight": 30, "points": 30},
                 {"component": "functional", "weight": 40, "points": 40}, {"component": "judge", "weight": 20, "points": 20},
                 {"component": "implementation", "weight": 10, "points": 10}]}""";
        assess("{\"findings\": " + PERFECT + "}").body("ruling.outcome", equalTo("approve"))
                .body("trustScore.score", equalTo(100.0f));
        assess("{\"findings\": " + PERFECT.replace("\"leaked\": 0", "\"leaked\": null") + "}")
                .body("ruling.outcome", equalTo("ask"));
        assess("{\"findings\": " + PERFECT.replaceFirst("1}", "0.5}") + ", \"baseline\": " + baseline + "}")
                .body("ruling.outcome", equalTo("ask"))
                .body("ruling.reasons[0]", startsWith("Implementation has 5 points, 5 fewer than the baseline r1"));
        assess("{}").body("ruling.outcome", equalTo("ask")).body("trustScore.score", nullValue());
        post("/policy-1/assessments", TestKeys.SUBMITTER, "{\"findings\": {\"security\": {\"metrics\": {\"score\": \"1\"}}}}")
                .statusCode(422).body("violations.pointer",
                        contains("/findings/security/passed", "/findings/security/metrics/score"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "update policy set document = '{}'", "delete from policy", "truncate policy cascade",
            "update policy_activation set reason = ''", "delete from policy_activation" })
    void theHistoryOnlyGrows(String change) {
        Exception refused = assertThrows(Exception.class, () -> pool.query(change).executeAndAwait());
        assertTrue(String.valueOf(refused.getMessage()).contains("only ever added"), refused::toString);
    }

    private static ValidatableResponse assess(String body) {
        return post("/policy-1/assessments", TestKeys.SUBMITTER, body).statusCode(200);
    }

    private static String stored() {
        String version = "v-" + UUID.randomUUID();
        post("", TestKeys.OPERATOR, document(version)).statusCode(201).body("version", equalTo(version));
        return version;
    }

    private static String document(String version) {
        return PolicyReaderTest.VALID.replace("strict-2", version);
    }

    private static ValidatableResponse get(String path) {
        return Api.asSubmitter().urlEncodingEnabled(false).get(POLICIES + path).then();
    }

    private static ValidatableResponse post(String path, String key, String body) {
        return Api.as(key).contentType(ContentType.JSON).body(body).post(POLICIES + path).then();
    }
}
