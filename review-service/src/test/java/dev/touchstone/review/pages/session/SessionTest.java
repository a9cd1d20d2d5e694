package dev.touchstone.review.pages.session;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.access.Grant;
import dev.touchstone.events.access.Roles;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.KnownKeys;
import dev.touchstone.review.Tables;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class SessionTest {

    private static final String COOKIE = "touchstone-session";

    @Inject
    KnownKeys keys;

    @Inject
    Tables tables;

    @TestHTTPResource("/sign-in")
    URI signIn;

    @Test
    void whoIsNotKnownIsLedToTheSignInAndBack() {
        // Given
        String page = "/?q=trip";
        // When
        ValidatableResponse away = browser().get(page).then();
        // Then
        away.statusCode(303).header("Location", endsWith("/sign-in?to=%2F%3Fq%3Dtrip"));
        browser().queryParam("to", page).get("/sign-in").then().statusCode(200).body(containsString("value=\"/?q=trip\""));
        show(TestKeys.REVIEWER, page).statusCode(303).header("Location", endsWith("/?q=trip"));
        given().accept("application/json").get("/review/queue").then().statusCode(401)
                .contentType("application/problem+json").body("type", equalTo("urn:touchstone:problem:unauthenticated"));
    }

    @Test
    void aKeyOpensThePagesUntilItsOwnerLeaves() {
        // When
        ValidatableResponse answer = show(TestKeys.REVIEWER, "/");
        String session = answer.extract().cookie(COOKIE);
        // Then
        answer.statusCode(303).header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict")).header("Set-Cookie", containsString("Path=/"))
                .header("Set-Cookie", not(containsString("ts_")));
        in(session).get("/").then().statusCode(200).body(containsString("Rei Reviewer"), containsString("/sign-out"));
        in(session).get("/sign-in").then().statusCode(303);
        in(session).header("Sec-Fetch-Site", "same-origin").contentType("application/x-www-form-urlencoded").post("/sign-out")
                .then().statusCode(303).cookie(COOKIE, "");
        in(session).get("/").then().statusCode(303).header("Location", endsWith("/sign-in"));
        browser().get("/sign-in?signed=out").then().body(containsString("You are signed out"));
    }

    @Test
    void neitherTheKeyNorTheCookieIsStored() {
        // Given
        String session = begin(TestKeys.AUDITOR);
        // When
        String all = "select count(*) from page_session where page_session::text like ?";
        // Then
        assertEquals(0, tables.count(all, "%" + session + "%"));
        assertEquals(0, tables.count(all, "%" + TestKeys.AUDITOR + "%"));
        assertEquals(1, tables.count(all, "%" + digest(session) + "%"));
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.UNKNOWN, TestKeys.SERVICE, "ts_short", "", "<script>", "Bearer " + TestKeys.REVIEWER })
    void whatIsNoPersonsKeyOpensNothing(String key) {
        // When
        ValidatableResponse answer = show(key, "/");
        // Then
        answer.statusCode(401).contentType("text/html").header("Set-Cookie", equalTo(null))
                .body(containsString("does not open the pages"), not(containsString("ts_s")), not(containsString("ts_test")));
    }

    @Test
    void aDevelopmentUserSignsInAtOneClickAndTheKeyStaysHere() {
        // Given
        browser().get("/sign-in").then().statusCode(200).body(containsString("value=\"Rei of development\""),
                containsString("a system to try out"), not(containsString(TestKeys.REVIEWER)));
        // When
        String session = browser().header("Sec-Fetch-Site", "same-origin").contentType("application/x-www-form-urlencoded")
                .formParam("user", "Rei of development").formParam("to", "/").post("/sign-in").then().statusCode(303)
                .extract().cookie(COOKIE);
        // Then
        in(session).get("/").then().statusCode(200).body(containsString("Rei Reviewer"));
        browser().header("Sec-Fetch-Site", "same-origin").contentType("application/x-www-form-urlencoded")
                .formParam("user", "nobody").post("/sign-in").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = { "LocalHost:8083", "127.0.0.1", "[::1]:8083" })
    void aDevelopmentUserIsOfferedToThisMachine(String host) {
        browser().header("Host", host).get("/sign-in").then().statusCode(200).body(containsString("Rei of development"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "attacker.example", "127.0.0.1.attacker.example:8081", "localhost.attacker.example", "192.0.2.1" })
    void aDevelopmentUserIsNobodyUnderAnotherNameOfThisMachine(String host) {
        browser().header("Host", host).get("/sign-in").then().statusCode(200).body(not(containsString("Rei of development")));
        browser().header("Host", host).header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded").formParam("user", "Rei of development").post("/sign-in")
                .then()
                .statusCode(401).header("Set-Cookie", equalTo(null));
    }

    @Test
    void withdrawingTheKeyEndsTheSession() {
        // Given
        String key = keys.issue(new Grant("Temi", TestKeys.HOUSE, Set.of(Roles.REVIEWER)));
        String session = begin(key);
        in(session).get("/").then().statusCode(200);
        // When
        keys.withdraw(key);
        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> in(session).get("/").statusCode() == 303);
        assertEquals(0, tables.count("select count(*) from page_session where id_digest = ?", digest(session)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "0123456789012345678901234567890123456789012", "' or 1=1 --" })
    void aCookieThatNobodyWasGivenIsAsNone(String made) {
        in(made).get("/").then().statusCode(303).header("Location", endsWith("/sign-in"));
        in(made).get("/sign-in").then().statusCode(200);
        in(made).accept("application/json").get("/review/queue").then().statusCode(401);
    }

    @Test
    void aChangedCookieIsAsNone() {
        // Given
        String session = begin(TestKeys.REVIEWER);
        String changed = (session.charAt(0) == 'A' ? 'B' : 'A') + session.substring(1);
        // When
        int status = in(changed).get("/").statusCode();
        // Then
        assertEquals(303, status);
        in(session).get("/").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "seen_at = now() - interval '31 minutes'", "begun_at = now() - interval '11 hours'" })
    void aSessionRunsOut(String age) throws SQLException {
        // Given
        String session = begin(TestKeys.REVIEWER);
        // When
        set(session, age);
        // Then
        in(session).get("/").then().statusCode(303);
    }

    @Test
    void whoOpensPagesStaysSignedInButAPageThatLooksAgainDoesNotCount() throws SQLException {
        // Given
        String session = begin(TestKeys.REVIEWER);
        set(session, "seen_at = now() - interval '20 minutes'");
        String fresh = "select count(*) from page_session where id_digest = ? and seen_at > now() - interval '5 minutes'";
        // When
        in(session).header("Sec-Fetch-Mode", "cors").get("/").then().statusCode(200);
        long afterLook = tables.count(fresh, digest(session));
        in(session).header("Sec-Fetch-Mode", "navigate").get("/").then().statusCode(200);
        // Then
        assertEquals(0, afterLook);
        assertEquals(1, tables.count(fresh, digest(session)));
    }

    @Test
    void aSessionThatWasPlantedBeforeNeverBecomesAPersons() {
        // Given
        String planted = begin(TestKeys.SUBMITTER);
        // When
        String own = in(planted).header("Sec-Fetch-Site", "same-origin").contentType("application/x-www-form-urlencoded")
                .formParam("key", TestKeys.REVIEWER).post("/sign-in").then().statusCode(303).extract().cookie(COOKIE);
        // Then
        assertNotEquals(planted, own);
        in(planted).get("/").then().statusCode(303);
        in(own).get("/").then().body(containsString("Rei Reviewer"));
    }

    @Test
    void aKeyForReadingOpensPagesAndDecidesNothing() {
        // Given
        String session = begin(keys.issue(new Grant("Rika Reader", TestKeys.HOUSE, Set.of("reviewer:read"))));
        // When
        int queue = in(session).get("/").statusCode();
        // Then
        assertEquals(200, queue);
        in(session).header("Sec-Fetch-Site", "same-origin").contentType("application/x-www-form-urlencoded")
                .formParam("decision", "approved").post("/submissions/00000000-0000-7000-8000-000000000000/decision").then()
                .statusCode(403).body(containsString("Not for your role"), containsString("Rika Reader"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/sign-in", "/sign-out" })
    void anotherSitesPageSignsNobodyInOrOut(String path) {
        // Given
        String session = begin(TestKeys.REVIEWER);
        // When
        ValidatableResponse answer = in(session).header("Sec-Fetch-Site", "cross-site").formParam("key", TestKeys.SUBMITTER)
                .post(path).then();
        // Then
        answer.statusCode(403).header("Set-Cookie", equalTo(null));
        in(session).get("/").then().statusCode(200).body(containsString("Rei Reviewer"));
    }

    @Test
    void aLinkOnAnotherSiteLeadsThroughTheSignInToThePage() {
        browser().header("Sec-Fetch-Site", "cross-site").queryParam("to", "/?q=trip").get("/sign-in").then().statusCode(200)
                .body(containsString("http-equiv=\"refresh\" content=\"0;url=/sign-in?to=%2F%3Fq%3Dtrip\""));
        browser().header("Sec-Fetch-Site", "same-origin").get("/sign-in").then().body(not(containsString("refresh")));
    }

    @Test
    void anAddressThatTriesTooOftenHasToWait() throws IOException, InterruptedException {
        // Given
        HttpRequest attempt = HttpRequest.newBuilder(signIn).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin").POST(HttpRequest.BodyPublishers.ofString("key=ts_guess")).build();
        try (HttpClient client = HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.0.9")).build()) {
            for (int i = 0; i < 60; i++) {
                assertEquals(401, client.send(attempt, BodyHandlers.discarding()).statusCode());
            }
            // When
            var answer = client.send(attempt, BodyHandlers.ofString());
            // Then
            assertEquals(429, answer.statusCode());
            assertEquals(true, answer.headers().firstValue("Retry-After").isPresent());
            assertEquals(true, answer.body().contains("Too many attempts"));
        }
    }

    private static RequestSpecification browser() {
        return given().accept("text/html").redirects().follow(false);
    }

    private static RequestSpecification in(String session) {
        return browser().cookie(COOKIE, session);
    }

    private static ValidatableResponse show(String key, String to) {
        return browser().header("Sec-Fetch-Site", "same-origin").contentType("application/x-www-form-urlencoded")
                .formParam("key", key).formParam("to", to).post("/sign-in").then();
    }

    private static String begin(String key) {
        return show(key, "/").statusCode(303).extract().cookie(COOKIE);
    }

    private void set(String session, String change) throws SQLException {
        tables.execute("update page_session set " + change + " where id_digest = '" + digest(session) + "'");
    }

    private static String digest(String session) {
        return Artifacts.digest(session.getBytes(StandardCharsets.US_ASCII));
    }
}
