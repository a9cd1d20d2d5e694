package dev.touchstone.review.pages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Signing in by way of an identity provider: who somebody is comes from there, what they may do does not. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SmallProvider.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class ProviderTest {

    /** What a browser would keep. */
    private final Map<String, String> cookies = new HashMap<>();

    @Test
    void aMemberSignsInWithTheProviderAndOutAgain() {
        // Given
        browser().get("/?q=trip").then().statusCode(303);
        browser().queryParam("to", "/?q=trip").get("/sign-in").then().statusCode(200)
                .body(containsString("/sign-in/provider?to=%2F%3Fq%3Dtrip"));
        // When
        Response arrived = comeBackAs("rei", "/?q=trip");
        // Then
        assertEquals(303, arrived.statusCode());
        assertEquals(true, arrived.header("Location").endsWith("/?q=trip"), arrived.header("Location"));
        browser().get("/").then().statusCode(200).body(containsString("Rei Reviewer"), containsString("/sign-out"));
        keep(browser().header("Sec-Fetch-Site", "same-origin").contentType("application/x-www-form-urlencoded")
                .post("/sign-out"));
        browser().get("/").then().statusCode(303).header("Location", endsWith("/sign-in"));
    }

    @Test
    void whomTheProviderKnowsAndTheDirectoryDoesNotMayDoNothing() {
        // When
        Response arrived = comeBackAs("stranger", "/");
        // Then
        arrived.then().statusCode(403).body(containsString("no member of an organisation"));
        browser().get("/").then().statusCode(403).body(containsString("Not for your role"), not(containsString("cases")));
    }

    @Test
    void clientsAreNeverSentToTheProvider() {
        given().accept("application/json").redirects().follow(false).get("/review/queue").then().statusCode(401)
                .contentType("application/problem+json");
    }

    /** There and back: the code that the provider gives names its owner. */
    private Response comeBackAs(String subject, String to) {
        Response away = keep(browser().queryParam("to", to).get("/sign-in/provider"));
        assertEquals(302, away.statusCode());
        Map<String, String> asked = query(away.header("Location"));
        assertEquals("/sign-in/provider", URI.create(asked.getOrDefault("redirect_uri", "")).getPath());
        Response back = keep(
                browser().queryParam("code", subject).queryParam("state", asked.get("state")).get("/sign-in/provider"));
        assertEquals(302, back.statusCode());
        URI known = URI.create(back.header("Location"));
        return browser().queryParams(query(back.header("Location"))).get(known.getPath());
    }

    private static Map<String, String> query(String address) {
        Map<String, String> parameters = new HashMap<>();
        String query = URI.create(address).getRawQuery();
        Arrays.stream(query == null ? new String[0] : query.split("&", -1)).forEach(each -> parameters
                .put(each.replaceFirst("=.*", ""),
                        URLDecoder.decode(each.replaceFirst("^[^=]*=", ""), StandardCharsets.UTF_8)));
        return parameters;
    }

    private Response keep(Response answer) {
        cookies.putAll(answer.cookies());
        cookies.values().removeIf(String::isEmpty);
        return answer;
    }

    private RequestSpecification browser() {
        return given().accept("text/html").redirects().follow(false).cookies(cookies);
    }
}
