package dev.touchstone.review.pages.desk;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class PagesTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"'&\u202Edecorppa\u0000\u200B";

    @Inject
    Talk talk;

    private final Reviews review = new Reviews();

    @Test
    void hostileTextIsShownAndNeverObeyed() {
        // Given
        ReviewRef ref = review.review();
        Reviews hostile = new Reviews(new ReviewRef(ref.submissionId(), ref.workflowRunId(), HOSTILE, HOSTILE, ref.wandbRun()))
                .named(HOSTILE).requested(Stage.JUDGE, 1).judgedManual().asked(1, Stage.JUDGE, HOSTILE);
        talk.tell(hostile);
        String review = "/submissions/" + ref.submissionId();
        for (String path : List.of("/?q=" + ref.submissionId(), review, review + "/judge", review + "/timeline")) {
            // When
            String html = page(path).statusCode(200).extract().asString();
            // Then
            assertEquals(-1, html.indexOf("<script>alert"), path);
            assertEquals(-1, html.indexOf('\u202E'), path);
            assertEquals(-1, html.indexOf('\u200B'), path);
            assertEquals(-1, html.indexOf('\u0000'), path);
            assertEquals(true, html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;⟦U+202E⟧decorppa⟦U+0000⟧"),
                    path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/submissions/", "/review/events/", "/review/progress/", "/review/ledger/" })
    void aKeyInTheEndpointIsShownNowhere(String path) {
        // Given
        talk.tell(review.at("https://ada:s3cret@agent.example/x?api_key=s3cret#s3cret").judgedManual()
                .asked(1, Stage.JUDGE, "open"));
        // When
        String answer = as(TestKeys.REVIEWER).get(path + review.id()).then().statusCode(200).extract().asString();
        // Then
        assertEquals(-1, answer.indexOf("s3cret"), answer);
        assertEquals(!path.contains("progress") && !path.contains("ledger"),
                answer.contains("https://…@agent.example/x?…#…"), answer);
    }

    @ParameterizedTest
    @CsvSource({ "en, Awaiting a decision", "ja, 判断待ち" })
    void theQueueNamesAStateOnceForAllThatAreInIt(String language, String state) {
        // Given
        talk.tell(review.asked(1, Stage.JUDGE, "open"));
        // When
        String html = as(TestKeys.REVIEWER).accept("text/html").cookie("lang", language).get("/?q=" + review.id()).then()
                .extract()
                .asString();
        // Then
        assertEquals(false, html.contains("chip awaiting_decision"), html);
        assertEquals(true, html.contains(state + "</h2>"), html);
    }

    @Test
    void aPageIsInTheLanguageOfItsReader() {
        as(TestKeys.REVIEWER).accept("text/html").header("Accept-Language", "ja,en;q=0.5").get("/").then().statusCode(200)
                .body(containsString("<html lang=\"ja\">"), containsString("審査一覧"));
        as(TestKeys.REVIEWER).accept("text/html").header("Accept-Language", "ja").cookie("lang", "en").get("/").then()
                .body(containsString("<html lang=\"en\">"));
        as(TestKeys.REVIEWER).redirects().follow(false).get("/?lang=ja").then().statusCode(303).cookie("lang", "ja");
    }

    @Test
    void whatIsNotThereIsAPageForPeopleAndAProblemForClients() {
        page("/submissions/" + UUID.randomUUID()).statusCode(404).contentType("text/html")
                .body(containsString("Page not found"));
        page("/no-such-page").statusCode(404).contentType("text/html").body(containsString("Page not found"));
        page("/submissions/not-a-uuid").statusCode(404).contentType("text/html");
        as(TestKeys.REVIEWER).accept("application/json").get("/no-such-page").then().statusCode(404)
                .contentType("application/problem+json").body("status", equalTo(404));
    }

    private static ValidatableResponse page(String path) {
        return as(TestKeys.REVIEWER).accept("text/html").get(path).then();
    }
}
