package dev.touchstone.review.pages;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.artifacts.EchoServer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

/** What every answer tells a browser, whatever was asked for and however it went. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoServer.class, scope = TestResourceScope.GLOBAL)
class HeadersTest {

    @Inject
    Exhibits exhibits;

    @Inject
    Assets assets;

    @Test
    void everyPageForbidsWhatIsNotOursAndIsKeptByNoCache() {
        PageCatalog.Exhibit review = exhibits.waiting();
        Stream.of(PageCatalog.of(review), PageCatalog.others()).flatMap(List::stream)
                .forEach(page -> strict((page.key() == null ? RestAssured.given() : as(page.key())).accept("text/html")
                        .get(page.path()).then()).header("Cache-Control", "no-store"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/review/queue", "/review/nothing", "/review/progress/0f8e1d2c-3b4a-4c5d-8e6f-708192a3b4c5",
            "/review/events/not-a-uuid", "/q/openapi", "/no-such-page", "/..%2f..%2fetc/passwd" })
    void answersForClientsAreNoLessStrict(String path) {
        strict(as(TestKeys.REVIEWER).urlEncodingEnabled(false).accept("application/json").get(path).then())
                .header("Cache-Control", "no-store");
    }

    @Test
    void refusalsAreNoLessStrict() {
        strict(RestAssured.given().get("/review/queue").then().statusCode(401)).header("Cache-Control", "no-store");
        strict(as(TestKeys.REVIEWER).delete("/review/queue").then().statusCode(405)).header("Cache-Control", "no-store");
        strict(as(TestKeys.REVIEWER).contentType("text/plain").body("x").post("/review/decision").then())
                .header("Cache-Control", "no-store");
        strict(RestAssured.given().header("Sec-Fetch-Site", "cross-site").contentType("application/x-www-form-urlencoded")
                .body("a=b").post("/sign-in").then().statusCode(403)).header("Cache-Control", "no-store");
    }

    @Test
    void aDownloadIsNeverShownAndKeptByItsReaderOnly() {
        // Given
        PageCatalog.Exhibit review = exhibits.waiting();
        // When
        ValidatableResponse download = as(TestKeys.REVIEWER).get("/review/artifacts/" + review.report()).then();
        // Then
        strict(download.statusCode(200))
                .header("Content-Disposition", startsWith("attachment; filename=\"judge_report.jsonl\""))
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("ETag", equalTo("\"" + review.report() + "\""));
    }

    @Test
    void whatEveryPageLoadsIsKeptForGoodUnderAnAddressThatNamesItsContent() {
        for (String address : List.of(assets.of("touchstone.css"), assets.of("live.js"), assets.of("touchstone.svg"))) {
            assertEquals(true, address.matches("/[a-z.]+\\?v=[0-9a-f]{12}"), address);
            strict(RestAssured.given().get(address).then().statusCode(200)).header("Cache-Control",
                    allOf(containsString("immutable"), containsString("max-age=31536000")));
        }
    }

    @Test
    void byHttpNobodyIsToldToComeByHttps() {
        as(TestKeys.REVIEWER).get("/").then().header("Strict-Transport-Security", equalTo(null));
    }

    private static ValidatableResponse strict(ValidatableResponse answer) {
        return answer.header("Content-Security-Policy",
                allOf(containsString("default-src 'none'"), containsString("script-src 'self'"),
                        containsString("style-src 'self'"), containsString("img-src 'self'"),
                        containsString("object-src 'none'"),
                        containsString("frame-ancestors 'none'"), containsString("base-uri 'none'"),
                        containsString("form-action 'self'"), containsString("require-trusted-types-for 'script'"),
                        not(containsString("unsafe")), not(containsString("data:")), not(containsString("*"))))
                .header("X-Content-Type-Options", "nosniff").header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin").header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", containsString("camera=()")).header("Server", equalTo(null))
                .header("X-Powered-By", equalTo(null));
    }
}
