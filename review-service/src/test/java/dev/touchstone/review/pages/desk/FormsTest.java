package dev.touchstone.review.pages.desk;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.KnownKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class FormsTest {

    private static final Map<String, String> APPROVE = Map.of("decision", "approved", "notes", "fine");

    @Inject
    Talk talk;

    private final Reviews review = new Reviews();
    private final Clerk rei = new Clerk(TestKeys.REVIEWER, review.id());
    private final Clerk sei = new Clerk(KnownKeys.SECOND_REVIEWER, review.id());

    @BeforeEach
    void ask() {
        talk.tell(review.judgedManual().asked(1, Stage.JUDGE, "the jury left it open"));
    }

    @Test
    void nothingIsRecordedBeforeItIsConfirmed() {
        // When
        ValidatableResponse confirmation = rei.fill("decision", Map.of("decision", "approved", "notes", "a <b> c"));
        // Then
        confirmation.statusCode(200).body(containsString("Is this what you want?"), containsString("Confirm: Approved"),
                containsString("Publish comes next"), containsString("a &lt;b&gt; c"), containsString("Trip planner"));
        rei.look().body(containsString("A decision is needed"));
        assertEquals(0, talk.count(review.id(), "human_decision"));
    }

    @Test
    void theFormIsThereOnlyWhileSomebodyIsAsked() {
        // When
        rei.settle("decision", APPROVE).statusCode(303).header("Location", containsString(rei.path() + "?taken=decision"));
        // Then
        rei.look("?taken=decision").body(not(containsString("A decision is needed")), containsString("Rei Reviewer"),
                containsString("Your decision is recorded."));
        talk.answer(review.id(), "human_decision");
        rei.look().body(containsString("fine"), not(containsString("in a moment")));
    }

    @Test
    void whoeverChangesTheirMindFindsWhatTheyWrote() {
        // Given
        ValidatableResponse confirmation = rei.fill("decision", Map.of("decision", "rejected", "notes", "a <b> c"));
        // When
        ValidatableResponse page = rei.press("change", "decision", confirmation);
        // Then
        page.statusCode(200).body(containsString("value=\"rejected\" required checked"),
                containsString(">a &lt;b&gt; c</textarea>"),
                not(containsString("Not taken")));
    }

    @Test
    void aFormThatIsNotTakenComesBackWithWhatWasWrittenAndWhy() {
        // When
        ValidatableResponse answer = rei.fill("decision", Map.of("decision", "", "decidedBy", "Ada", "notes", "a <b> c"));
        // Then
        answer.statusCode(422).body(containsString("Not taken"), containsString("decidedBy"), containsString("a &lt;b&gt; c"));
    }

    @Test
    void theSecondFormLearnsOfTheFirst() {
        // Given
        ValidatableResponse late = sei.fill("decision", Map.of("decision", "rejected"));
        rei.settle("decision", APPROVE).statusCode(303);
        // When
        ValidatableResponse second = sei.press("confirm", "decision", late);
        // Then
        second.statusCode(409).body(containsString("somebody decided before"), containsString("Rei Reviewer"));
    }

    @Test
    void aButtonThatIsPressedTwiceDecidesOnce() {
        // Given
        ValidatableResponse confirmation = rei.fill("decision", APPROVE);
        rei.press("confirm", "decision", confirmation).statusCode(303);
        // When
        ValidatableResponse again = rei.press("confirm", "decision", confirmation);
        // Then
        again.statusCode(303).header("Location", endsWith("?taken=decision#decision"));
        talk.answer(review.id(), "human_decision");
        assertEquals(1, talk.count(review.id(), "human_decision"));
    }

    @Test
    void whatChangedSinceSomebodyLookedIsLookedAtAgain() {
        // Given
        ValidatableResponse confirmation = rei.fill("decision", APPROVE);
        talk.tell(review.asked(2, Stage.SECURITY, "another question").last());
        // When
        ValidatableResponse answer = rei.press("confirm", "decision", confirmation);
        // Then
        answer.statusCode(409).body(allOf(containsString("has changed since you looked"), containsString("another question"),
                containsString(">fine</textarea>"), containsString("A decision is needed")));
        assertEquals(0, talk.count(review.id(), "human_decision"));
    }

    @Test
    void whatDoesNotSayWhatItsSenderSawIsNotTaken() {
        rei.send("decision", Map.of("decision", "approved", "press", "confirm")).statusCode(409)
                .body(containsString("has changed since you looked"));
    }

    @Test
    void aStageIsAskedForAgainByForm() {
        // When
        ValidatableResponse confirmation = rei.fill("retry", Map.of("stage", "judge", "reason", "again", "temperature", "0.5"));
        ValidatableResponse answer = rei.press("confirm", "retry", confirmation);
        // Then
        confirmation.statusCode(200).body(containsString("Confirm: run Judge again"), containsString("Judge · Attempt 1"),
                containsString("temperature 0.5"), containsString(">again<"));
        answer.statusCode(303).header("Location", endsWith("?taken=retry#retry"));
        assertEquals("again", ((RetryRequested) talk.answer(review.id(), "retry_requested").body()).reason());
        rei.look("?taken=retry").body(containsString("the stage was asked for again"));
    }

    @Test
    void aRetryThatWasAskedForIsNotAskedForTwice() {
        // Given
        Map<String, String> fields = Map.of("stage", "judge", "reason", "again");
        ValidatableResponse late = sei.fill("retry", fields);
        rei.settle("retry", fields).statusCode(303);
        // When
        ValidatableResponse answer = sei.press("confirm", "retry", late);
        // Then
        answer.statusCode(409).body(containsString("Not taken"));
        talk.answer(review.id(), "retry_requested");
        assertEquals(1, talk.count(review.id(), "retry_requested"));
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        // Given
        String path = rei.path() + "/decision";
        String fields = "decision=approved&notes=Mallory&press=confirm";
        // When
        String type = "application/x-www-form-urlencoded";
        rei.browser().contentType(type).header("Sec-Fetch-Site", "cross-site").body(fields).post(path).then().statusCode(403)
                .body(containsString("Not taken"));
        rei.browser().contentType(type).header("Origin", "http://evil.example").body(fields).post(path).then().statusCode(403);
        rei.browser().contentType(type).body(fields).post(path).then().statusCode(403);
        // Then
        rei.look().body(containsString("A decision is needed"), not(containsString("Mallory")));
    }
}
