package dev.touchstone.submission.policy;

import java.util.Map;
import java.util.function.Supplier;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** How each refusal of this package is provoked, by the last part of its type. */
public final class PolicyRefusals {

    public static final Map<String, Supplier<ValidatableResponse>> ALL = Map.of(
            "policy-version-taken", () -> post("", PolicyReaderTest.VALID.replace("strict-2", "policy-1")),
            "policy-active", () -> post("/policy-1/activation", "{\"reason\": \"once more\"}"),
            "invalid-policy", () -> post("", PolicyReaderTest.VALID.replace("strict-2", "no spaces")));

    private PolicyRefusals() {
    }

    private static ValidatableResponse post(String path, String body) {
        return Api.as(TestKeys.OPERATOR).contentType(ContentType.JSON).body(body).post("/api/v1/policies" + path).then();
    }
}
