package dev.touchstone.submission.identity.limit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.ServiceTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;

/** Behind a proxy, so that every test comes from an address of its own. */
@ServiceTest
@TestProfile(LimitRequestsTest.Few.class)
class LimitRequestsTest {

    /** So few, and for so long, that no test waits. */
    public static class Few implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("touchstone.rate-limit.window", "1H", "touchstone.rate-limit.per-key", "5",
                    "touchstone.rate-limit.per-address", "8", "touchstone.rate-limit.failures-per-address", "3",
                    "quarkus.http.proxy.proxy-address-forwarding", "true", "quarkus.http.proxy.allow-x-forwarded", "true");
        }
    }

    private static ValidatableResponse ask(String key, String address) {
        return Api.as(key).header("X-Forwarded-For", address).get("/api/v1/catalog").then();
    }

    private static void isRefused(ValidatableResponse answer, String policy) {
        answer.statusCode(429).contentType("application/problem+json")
                .body("type", equalTo("urn:touchstone:problem:too-many-requests"))
                .body("violated-policies", contains(policy)).header("Retry-After", matchesPattern("[1-9][0-9]*"));
    }

    @Test
    void anAnswerTellsHowMuchIsLeft() {
        ask(TestKeys.RIVAL, "192.0.2.1").statusCode(200)
                .header("RateLimit-Policy", equalTo("\"address\";q=8;w=3600, \"key\";q=5;w=3600"))
                .header("RateLimit", startsWith("\"address\";r=7;t="))
                .header("RateLimit-Limit", "5").header("RateLimit-Remaining", "4")
                .header("RateLimit-Reset", matchesPattern("[0-9]+"));
    }

    @Test
    void aKeyIsLimitedWhereverItIsUsed() {
        // Given
        for (int asked = 0; asked < 5; asked++) {
            ask(TestKeys.SUBMITTER, "192.0.2.2").statusCode(200);
        }
        // When
        var answer = ask(TestKeys.SUBMITTER, "192.0.2.3");
        // Then
        isRefused(answer, "key");
        answer.header("RateLimit-Remaining", "0");
        ask(TestKeys.OPERATOR, "192.0.2.2").statusCode(200);
    }

    @Test
    void anAddressIsLimitedWhoeverCallsFromIt() {
        // Given
        for (int asked = 0; asked < 8; asked++) {
            given().header("X-Forwarded-For", "192.0.2.4").get("/api/v1/catalog").then().statusCode(401);
        }
        // When
        var answer = ask(TestKeys.AUDITOR, "192.0.2.4");
        // Then
        isRefused(answer, "address");
        ask(TestKeys.AUDITOR, "192.0.2.5").statusCode(200);
    }

    @Test
    void whoTriesKeysIsStopped() {
        // Given
        for (int tried = 0; tried < 3; tried++) {
            ask(TestKeys.UNKNOWN, "192.0.2.6").statusCode(401);
        }
        // When
        var answer = ask(TestKeys.UNKNOWN, "192.0.2.6");
        // Then
        isRefused(answer, "failed-authentications");
        isRefused(ask(TestKeys.REVIEWER, "192.0.2.6"), "failed-authentications");
        ask(TestKeys.REVIEWER, "192.0.2.7").statusCode(200);
    }

    @Test
    void servicesAreNotLimited() {
        for (int asked = 0; asked < 10; asked++) {
            ask(TestKeys.SERVICE, "192.0.2.8").statusCode(200).header("RateLimit", nullValue());
        }
    }

    @Test
    void whatIsNoApiIsNotLimited() {
        for (int asked = 0; asked < 10; asked++) {
            given().header("X-Forwarded-For", "192.0.2.9").get("/q/openapi").then().statusCode(200);
        }
    }
}
