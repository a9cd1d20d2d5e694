package dev.touchstone.submission.identity;

import static dev.touchstone.submission.identity.Administration.MAKERS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.ServiceTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

/** Tokens of an identity provider beside keys. */
@ServiceTest
@TestProfile(TokensTest.WithProvider.class)
class TokensTest {

    /** With an identity provider, as an operator would configure it. */
    public static class WithProvider implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TokenIssuer.class));
        }
    }

    @Nullable
    TokenIssuer provider;

    private final String subject = UUID.randomUUID().toString();

    private TokenIssuer provider() {
        return Objects.requireNonNull(provider, "The test resource comes into this field");
    }

    @BeforeEach
    void thereIsAMember() {
        Administration.post(TestKeys.OPERATOR, MAKERS + "/members", """
                {"issuer": "%s", "subject": "%s", "name": "Mina Member", "roles": ["submitter"]}"""
                .formatted(provider().issuer(), subject)).statusCode(201);
    }

    @Test
    void aMemberSubmitsForItsOrganization() {
        // When
        var answer = Api.as(provider().good(subject)).contentType(ContentType.JSON)
                .body("{\"agentId\": \"" + Api.agentId() + "\", \"cardDocument\": " + Cards.A2A_0_3 + "}")
                .post("/api/v1/submissions").then();
        // Then
        String id = answer.statusCode(202).extract().path("submissionId");
        Api.asSubmitter().get("/api/v1/submissions/" + id).then().statusCode(200)
                .body("organizationId", equalTo(TestKeys.MAKERS));
        Api.as(TestKeys.RIVAL).get("/api/v1/submissions/" + id).then().statusCode(404);
    }

    @Test
    void whatATokenSaysOfRolesCountsForNothing() {
        Api.as(provider().good(subject)).get("/api/v1/organizations").then().statusCode(200)
                .body("items.organizationId", contains(TestKeys.MAKERS));
        Administration.post(provider().good(subject), "/api/v1/organizations", "{}").statusCode(403);
    }

    @Test
    void whoIsNoMemberMayDoNothing() {
        Api.as(provider().good("stranger")).get("/api/v1/catalog").then().statusCode(403)
                .body("type", equalTo("urn:touchstone:problem:forbidden"));
    }

    @Test
    void whoIsRemovedMayDoNothing() {
        // Given
        String member = Api.as(TestKeys.OPERATOR).get(MAKERS + "/members?limit=200").then().extract().jsonPath()
                .getString("items.find { it.subject == '" + subject + "' }.memberId");
        Api.as(provider().good(subject)).get("/api/v1/catalog").then().statusCode(200);
        // When
        Api.as(TestKeys.OPERATOR).delete(MAKERS + "/members/" + member).then().statusCode(204);
        // Then
        Api.as(provider().good(subject)).get("/api/v1/catalog").then().statusCode(403);
    }

    static Stream<Named<BiFunction<TokenIssuer, String, String>>> bad() {
        return Stream.of(Named.of("expired", TokenIssuer::expired), Named.of("of another issuer", TokenIssuer::ofAnotherIssuer),
                Named.of("for another audience", TokenIssuer::forAnotherAudience),
                Named.of("signed by another", TokenIssuer::signedByAnother), Named.of("unsigned", TokenIssuer::unsigned),
                Named.of("signed with the public key", TokenIssuer::signedWithThePublicKey),
                Named.of("cut", (issuer, subject) -> issuer.good(subject).substring(0, 60)));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadTokenIsRefusedWithoutAWordWhy(BiFunction<TokenIssuer, String, String> token) {
        Api.as(token.apply(provider(), subject)).get("/api/v1/catalog").then().statusCode(401)
                .contentType("application/problem+json").body("type", equalTo("urn:touchstone:problem:unauthenticated"))
                .body("detail",
                        equalTo("Send a key that is in force, or a token of the identity provider, as Authorization: Bearer."));
    }

    @Test
    void keysAreKnownBesideTokens() {
        Api.asSubmitter().get("/api/v1/catalog").then().statusCode(200);
        Api.as(TestKeys.UNKNOWN).get("/api/v1/catalog").then().statusCode(401);
    }
}
