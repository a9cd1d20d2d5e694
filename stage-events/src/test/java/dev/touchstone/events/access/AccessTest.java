package dev.touchstone.events.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.testing.TestKeys;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.test.Mock;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class AccessTest {

    private static final String READER = "ts_test_reader_00000000000000000000000000000000";

    /** Whoever holds it calls while the directory does not answer. */
    private static final String UNLUCKY = "ts_test_unlucky_0000000000000000000000000000000";

    @Mock
    @ApplicationScoped
    static class KnownKeys extends TestKeys {

        @Override
        public Uni<Grant> ofKey(String keyDigest) {
            if (keyDigest.equals(new ApiKey(UNLUCKY).digest())) {
                return Uni.createFrom().failure(new DirectoryAway(new IOException("connection refused to 10.1.2.3")));
            }
            return keyDigest.equals(new ApiKey(READER).digest())
                    ? Uni.createFrom().item(new Grant("Rika Reader", MAKERS, Set.of("submitter:read")))
                    : super.ofKey(keyDigest);
        }
    }

    @Path("/room")
    public static class Room {

        private final Callers callers;

        Room(Callers callers) {
            this.callers = callers;
        }

        @GET
        @RolesAllowed({ Roles.SUBMITTER, Roles.SERVICE })
        public String who() {
            return callers.current().name() + " of " + callers.current().organizationId();
        }

        @POST
        @RolesAllowed(Roles.SUBMITTER)
        public String change() {
            return "changed";
        }

        @GET
        @Path("/forgotten")
        public String withoutAnyRole() {
            return "open";
        }
    }

    @Inject
    IdentityProviderManager identities;

    private static RequestSpecification with(String key) {
        return given().header("Authorization", TestKeys.bearer(key));
    }

    @Test
    void aKnownKeySaysWhoCalls() {
        with(TestKeys.SUBMITTER).get("/room").then().statusCode(200).body(equalTo("Sumi Submitter of makers"));
    }

    @Test
    void theServicesKnowOneAnotherWithoutTheDirectory() {
        with(TestKeys.SERVICE).get("/room").then().statusCode(200).body(containsString("service"));
    }

    @Test
    void whoSendsNoKeyIsNotKnown() {
        given().get("/room").then().statusCode(401).contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer").body("type", equalTo("urn:touchstone:problem:unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Bearer " + TestKeys.UNKNOWN, "Bearer ts_short",
            "Bearer ts_with spaces in it 00000000000000000000",
            "bearer " + TestKeys.UNKNOWN, "Bearer eyJhbGciOiJub25lIn0.e30.", "Basic YTpi", "Bearer", "ts_naked" })
    void aCredentialThatNobodyHasIsRefusedAndNotRepeated(String header) {
        given().header("Authorization", header).get("/room").then().statusCode(401)
                .body("type", equalTo("urn:touchstone:problem:unauthenticated"))
                .body(not(containsString("ts_")));
    }

    @Test
    void anotherRoleIsForbidden() {
        with(TestKeys.AUDITOR).get("/room").then().statusCode(403).contentType("application/problem+json")
                .body("type", equalTo("urn:touchstone:problem:forbidden"));
    }

    @Test
    void aScopeForReadingReadsAndDoesNotChange() {
        with(READER).get("/room").then().statusCode(200);
        with(READER).post("/room").then().statusCode(403);
    }

    @Test
    void whatStandsForAKeyIsKnownByItsDigest() {
        // Given
        String digest = new ApiKey(TestKeys.REVIEWER).digest();
        // When
        Caller caller = Callers.of(identities.authenticateBlocking(new ApiKeyRequest(digest, false))).orElseThrow();
        // Then
        assertEquals("Rei Reviewer", caller.name());
        assertThrows(AuthenticationFailedException.class, () -> identities
                .authenticateBlocking(new ApiKeyRequest(new ApiKey(TestKeys.UNKNOWN).digest(), false)));
    }

    @Test
    void aRouteThatNamesNoRoleIsDeniedToAll() {
        with(TestKeys.SUBMITTER).get("/room/forgotten").then().statusCode(403);
        given().get("/room/forgotten").then().statusCode(401);
    }

    @Test
    void whileTheDirectoryIsAwayNobodyIsToldThatTheirKeyIsWrong() {
        with(UNLUCKY).get("/room").then().statusCode(503).header("Retry-After", "5")
                .contentType("application/problem+json").body("type", equalTo("urn:touchstone:problem:directory-away"))
                .body(not(containsString("10.1.2.3")));
        with(TestKeys.SERVICE).get("/room").then().statusCode(200);
    }
}
