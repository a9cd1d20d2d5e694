package dev.touchstone.review.pages.timeline;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Decision;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.EscalatedToHuman;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class TimelinePageTest {

    @Inject
    Talk talk;

    private final Reviews review = new Reviews();

    private String page(String query) {
        return as(TestKeys.SUBMITTER).get("/submissions/" + review.id() + "/timeline" + query).then().statusCode(200)
                .extract().asString();
    }

    @Test
    void wherePeopleCameInIsMarked() {
        // Given
        talk.tell(review.judgedManual().asked(1, Stage.JUDGE, "open").decided(1, Decision.APPROVED, Stage.JUDGE));
        // When
        String page = page("");
        // Then
        assertEquals(true, page.contains(">decision</span>"), page);
    }

    @Test
    void theFormNarrowsAndKeepsWhatItWasSentWith() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).requested(Stage.SECURITY, 1).gateFailed(Stage.SECURITY, 1));
        // When
        String page = page("?stage=security&severity=error&q=attacks&round=");
        // Then
        assertEquals(1, lines(page));
        assertEquals(true, page.contains("<option value=\"security\" selected>"), page);
        assertEquals(true, page.contains("1 events fit"), page);
        assertEquals(0, lines(page("?q=nothing-like-it")));
        assertEquals(4 + 2, lines(page("?stage=lunch&before=soon")), "what fits nothing is not asked for");
    }

    @Test
    void pagesOfTheTimelineFollowEachOther() {
        // Given
        review.requested(Stage.SECURITY, 1);
        for (int i = 0; i < TimelineShaping.SHOWN + 4; i++) {
            review.tell(Stage.SECURITY, 1, new Progressed(i, 200));
        }
        talk.tell(review);
        String newest = page("?stage=security");
        // When
        Matcher older = Pattern.compile("rel=\"next\" href=\"[^\"?]*([^\"]*)\"").matcher(newest);
        // Then
        assertEquals(TimelineShaping.SHOWN, lines(newest));
        assertEquals(true, older.find());
        String page = page(older.group(1).replace("&amp;", "&"));
        assertEquals(5, lines(page));
        assertEquals(true, page.contains("Newest events"));
    }

    @Test
    void theWallStandsAndHostileTextIsText() {
        // Given
        talk.tell(review.requested(Stage.SECURITY, 1).tell(Stage.SECURITY, 1,
                new EscalatedToHuman("<img src=x onerror=alert(1)> {msg:skip} \u202E")));
        String address = "/submissions/" + review.id() + "/timeline?q=onerror";
        // When
        var page = as(TestKeys.REVIEWER).get(address).then();
        // Then
        page.body(not(containsString("<img src=x")), containsString("&lt;img src=x onerror=alert(1)&gt; {msg:skip}"));
        as(TestKeys.RIVAL).get(address).then().statusCode(404);
    }

    private static int lines(String page) {
        return page.split("<p class=\"when\">", -1).length - 1;
    }
}
