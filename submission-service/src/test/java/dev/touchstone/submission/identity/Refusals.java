package dev.touchstone.submission.identity;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.identity.limit.Exhausted;
import io.restassured.response.ValidatableResponse;

/** How each refusal of this package is provoked, by the last part of its type. */
public final class Refusals {

    public static final Map<String, Supplier<ValidatableResponse>> ALL = Map.of("organization-exists",
            Refusals::organizationExists, "member-exists", Refusals::memberExists, "signing-key-taken",
            Refusals::signingKeyTaken, "limit-reached", Refusals::limitReached, "too-many-requests",
            Refusals::tooManyRequests);

    private Refusals() {
    }

    private static ValidatableResponse organizationExists() {
        return Administration.post(TestKeys.OPERATOR, Administration.ORGANIZATIONS, """
                {"organizationId": "makers", "name": "Makers"}""");
    }

    private static ValidatableResponse memberExists() {
        String member = Administration.member(UUID.randomUUID().toString(), "submitter");
        Administration.post(TestKeys.OPERATOR, Administration.MAKERS + "/members", member).statusCode(201);
        return Administration.post(TestKeys.OPERATOR, Administration.MAKERS + "/members", member);
    }

    private static ValidatableResponse signingKeyTaken() {
        String key = Administration.signingKey(Administration.ed25519());
        Administration.post(TestKeys.SUBMITTER, Administration.MAKERS + "/signing-keys", key).statusCode(201);
        return Administration.post(TestKeys.RIVAL, Administration.RIVALS + "/signing-keys", key);
    }

    private static ValidatableResponse limitReached() {
        String keys = Administration.ORGANIZATIONS + "/" + Administration.newOrganization() + "/keys";
        for (int made = 0; made < Keys.MOST_IN_FORCE; made++) {
            Administration.post(TestKeys.OPERATOR, keys, Administration.key("k" + made, "submitter")).statusCode(201);
        }
        return Administration.post(TestKeys.OPERATOR, keys, Administration.key("one more", "submitter"));
    }

    private static ValidatableResponse tooManyRequests() {
        String secret = Administration.post(TestKeys.OPERATOR, Administration.MAKERS + "/keys",
                Administration.key("hasty", "submitter")).statusCode(201).extract().path("secret");
        Exhausted.key(secret);
        return Api.as(secret).get("/api/v1/catalog").then();
    }
}
