package dev.touchstone.review.pages.desk;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.VerdictManual;
import dev.touchstone.events.StageStatement.VerdictRejected;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.KnownKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Against the jury's verdict, and at once. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class TwoReviewersTest {

    private static final Map<String, String> AGAINST = Map.of("decision", "approved", "notes", "the <jury> is mistaken");

    @Inject
    Talk talk;

    private final Reviews review = new Reviews();
    private final Clerk rei = new Clerk(TestKeys.REVIEWER, review.id());
    private final Clerk sei = new Clerk(KnownKeys.SECOND_REVIEWER, review.id());

    @BeforeEach
    void ask() {
        talk.tell(review.requested(Stage.JUDGE, 1).tell(Stage.JUDGE, 1, new VerdictRejected(20.0, List.of("Unsafe."), 3))
                .completed(Stage.JUDGE, 1, 0.2).asked(1, Stage.JUDGE, "The jury rejected."));
    }

    @Test
    void againstTheJuryNotesAreRequired() {
        rei.look().body(containsString("needs notes and a second reviewer"));
        rei.fill("decision", Map.of("decision", "approved")).statusCode(422)
                .body(containsString("id=\"notes-fault\">is required"));
    }

    @Test
    void theSecondReviewerSeesWhoSaidWhatAndAgrees() {
        // Given
        rei.fill("decision", AGAINST).statusCode(200).body(containsString("waits until another reviewer agrees"));
        rei.settle("decision", AGAINST).statusCode(303).header("Location", endsWith("?taken=proposal#proposal"));
        // When
        ValidatableResponse page = sei.look();
        // Then
        page.body(containsString("A second reviewer is needed"), containsString("Rei Reviewer says: Approved"),
                containsString("the &lt;jury&gt; is mistaken"), containsString("together it overrides the jury"));
        sei.settle("decision", Map.of("decision", "approved", "notes", "so it is")).statusCode(303)
                .header("Location", endsWith("?taken=decision#decision"));
        talk.answer(review.id(), "human_decision");
        sei.look().body(containsString("Sei Second"), not(containsString("A second reviewer is needed")));
    }

    @Test
    void nobodyIsTheirOwnSecondReviewer() {
        // Given
        rei.settle("decision", AGAINST).statusCode(303);
        // When
        ValidatableResponse page = rei.look();
        ValidatableResponse answer = rei.fill("decision", AGAINST);
        // Then
        page.body(containsString("Somebody else must agree"), not(containsString("value=\"approved\"")));
        answer.statusCode(409).body(containsString("cannot be the second reviewer of your own word"));
    }

    @Test
    void aWordAgainstTheJuryThatIsSentTwiceIsKeptOnce() {
        // Given
        ValidatableResponse confirmation = rei.fill("decision", AGAINST);
        rei.press("confirm", "decision", confirmation).statusCode(303);
        // When
        ValidatableResponse again = rei.press("confirm", "decision", confirmation);
        // Then
        again.statusCode(303).header("Location", endsWith("?taken=proposal#proposal"));
        assertEquals(0, talk.count(review.id(), "human_decision"));
    }

    @Test
    void whoeverHadNotSeenTheFirstWordIsNotItsSecondReviewer() {
        // Given
        ValidatableResponse late = sei.fill("decision", AGAINST);
        rei.settle("decision", AGAINST).statusCode(303);
        // When
        ValidatableResponse answer = sei.press("confirm", "decision", late);
        // Then
        answer.statusCode(409).body(containsString("has changed since you looked"), containsString("Rei Reviewer says"));
        assertEquals(0, talk.count(review.id(), "human_decision"));
    }

    @Test
    void whoeverHadItJudgedAgainIsToldThatItTakesTwo() {
        // Given
        rei.settle("retry", Map.of("stage", "judge", "reason", "without an LLM")).statusCode(303);
        talk.answer(review.id(), "retry_requested");
        talk.tell(review.later().requested(Stage.JUDGE, 2)
                .tell(Stage.JUDGE, 2, new VerdictManual(50.0, List.of("Nobody was sure."), 0)).completed(Stage.JUDGE, 2, 0.5)
                .asked(2, Stage.JUDGE, "The jury left it open."));
        // When
        ValidatableResponse page = rei.look();
        // Then
        page.body(containsString("You had a stage run again: needs notes and a second reviewer"));
        sei.look().body(not(containsString("needs notes")));
        rei.fill("decision", AGAINST).statusCode(200).body(containsString("waits until another reviewer agrees"));
        rei.settle("decision", AGAINST).statusCode(303).header("Location", endsWith("?taken=proposal#proposal"));
        sei.look().body(containsString("Rei Reviewer says: Approved."), containsString("If you agree, that is the decision"));
        sei.settle("decision", Map.of("decision", "approved")).statusCode(303)
                .header("Location", endsWith("?taken=decision#decision"));
    }

    @Test
    void ofTwoAtOnceOneDecides() {
        // Given
        Map<Clerk, ValidatableResponse> ready = Map.of(rei, rei.fill("decision", Map.of("decision", "rejected")), sei,
                sei.fill("decision", Map.of("decision", "rejected", "notes", "unsafe")));
        // When
        List<Integer> statuses = ready.entrySet().stream()
                .map(each -> CompletableFuture.supplyAsync(
                        () -> each.getKey().press("confirm", "decision", each.getValue()).extract().statusCode()))
                .toList().stream().map(CompletableFuture::join).sorted().toList();
        // Then
        assertEquals(List.of(303, 409), statuses);
        talk.answer(review.id(), "human_decision");
        assertEquals(1, talk.count(review.id(), "human_decision"));
    }
}
