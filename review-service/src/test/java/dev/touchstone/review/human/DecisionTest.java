package dev.touchstone.review.human;

import static dev.touchstone.review.KnownKeys.SECOND_REVIEWER;
import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Decision;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.DecisionPending;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class DecisionTest extends DecidingTest {

    @Test
    void whoIsAskedIsTold() {
        // Given
        review.requested(Stage.SECURITY, 1).gateFailed(Stage.SECURITY, 1);
        // When
        talk.tell(review.asked(1, Stage.SECURITY, "2 of 40 attacks got through"));
        // Then
        StageEvent pending = talk.answer(review.id(), "decision_pending");
        DecisionPending body = assertInstanceOf(DecisionPending.class, pending.body());
        assertEquals(Stage.SECURITY, body.sourceStage());
        assertEquals("2 of 40 attacks got through", body.reason());
        assertEquals(Stage.HUMAN, talk.answer(review.id(), "started").stage());
    }

    @Test
    void aDecisionIsTakenAndTold() {
        // Given
        talk.tell(review.judgedManual().asked(1, Stage.JUDGE, "the jury left it open"));
        talk.answer(review.id(), "decision_pending");
        // When
        decide("approved", TestKeys.REVIEWER, "looked at the transcripts").statusCode(202).body("eventId", notNullValue());
        // Then
        StageEvent told = talk.answer(review.id(), "human_decision");
        assertEquals(new HumanDecision(Decision.APPROVED, "looked at the transcripts", "Rei Reviewer", Stage.JUDGE),
                told.body());
        assertEquals("Rei Reviewer", told.origin().actor().name());
        as(TestKeys.REVIEWER).get("/review/progress/" + review.id()).then().statusCode(200).body("state", equalTo("in_review"))
                .body("decision.decidedBy", equalTo("Rei Reviewer"));
    }

    @Test
    void theSecondDecisionLearnsOfTheFirst() {
        // Given
        talk.tell(review.judgedManual().asked(1, Stage.JUDGE, "the jury left it open"));
        decide("approved", TestKeys.REVIEWER, null).statusCode(202);
        // When
        ValidatableResponse second = decide("rejected", SECOND_REVIEWER, null);
        // Then
        second.statusCode(409).contentType("application/problem+json")
                .body("type", equalTo("urn:touchstone:problem:already-decided")).body("decidedBy", equalTo("Rei Reviewer"))
                .body("decidedAt", notNullValue()).body("detail", containsString("Rei Reviewer"));
    }

    @Test
    void ofTwentyWhoDecideAtOnceOneIsHeard() throws InterruptedException, ExecutionException {
        // Given
        talk.tell(review.judgedManual().asked(1, Stage.JUDGE, "the jury left it open"));
        List<Callable<Integer>> people = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String key = i % 3 == 0 ? TestKeys.REVIEWER : SECOND_REVIEWER;
            String decision = i % 2 == 0 ? "approved" : "rejected";
            people.add(() -> decide(decision, key, null).extract().statusCode());
        }
        // When
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : threads.invokeAll(people)) {
                answers.add(answer.get());
            }
        }
        // Then
        talk.answer(review.id(), "human_decision");
        assertEquals(1, answers.stream().filter(status -> status == 202).count(), answers.toString());
        assertEquals(19, answers.stream().filter(status -> status == 409).count(), answers.toString());
        assertEquals(1, talk.count(review.id(), "human_decision"));
    }

    @Test
    void aLaterEscalationIsDecidedForItself() {
        // Given
        talk.tell(review.gateFailed(Stage.SECURITY, 1).asked(1, Stage.SECURITY, "first"));
        decide("approved", TestKeys.REVIEWER, null).statusCode(202);
        talk.answer(review.id(), "human_decision");
        // When
        talk.tell(review.later().judgedManual().asked(2, Stage.JUDGE, "second"));
        // Then
        decide("rejected", SECOND_REVIEWER, "no").statusCode(202);
    }

    @Test
    void whatIsNoLongerAskedCannotBeDecided() {
        // Given
        talk.tell(review.asked(1, Stage.JUDGE, "open").requested(Stage.SECURITY, 2));
        // When
        ValidatableResponse answer = decide("approved", TestKeys.REVIEWER, null);
        // Then
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:nothing-pending"));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        as(TestKeys.REVIEWER).contentType("application/json")
                .body(Map.of("submissionId", "x", "decision", "maybe", "notes", 7, "a/b\u202E", true))
                .post("/review/decision").then().statusCode(422).contentType("application/problem+json")
                .body("violations.pointer", hasItems("/submissionId", "/decision", "/a~1b⟦U+202E⟧", "/notes"));
    }

    @Test
    void nobodySaysWhoDecides() {
        // Given
        talk.tell(review.judgedManual().asked(1, Stage.JUDGE, "the jury left it open"));
        // When
        ValidatableResponse answer = as(TestKeys.REVIEWER).contentType("application/json")
                .body(Map.of("submissionId", review.id(), "decision", "approved", "decidedBy", "Ada"))
                .post("/review/decision").then();
        // Then
        answer.statusCode(422).body("violations.pointer", equalTo(List.of("/decidedBy")))
                .body("violations[0].detail", containsString("the caller is known"));
    }

    @Test
    void anUnknownSubmissionAndABrokenBodyAreProblems() {
        as(TestKeys.REVIEWER).contentType("application/json")
                .body(Map.of("submissionId", UUID.randomUUID(), "decision", "approved"))
                .post("/review/decision").then().statusCode(404).contentType("application/problem+json");
        as(TestKeys.REVIEWER).contentType("application/json").body("{\"x\"").post("/review/decision").then().statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aNulInTheNotesIsRefused() {
        // Given
        talk.tell(review.judgedManual().asked(1, Stage.JUDGE, "open"));
        // When
        ValidatableResponse answer = decide("approved", TestKeys.REVIEWER, "fi\u0000ne");
        // Then
        answer.statusCode(422).body("violations.pointer", equalTo(List.of("/notes")));
    }
}
