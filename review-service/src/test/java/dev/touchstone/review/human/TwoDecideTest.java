package dev.touchstone.review.human;

import static dev.touchstone.review.KnownKeys.SECOND_REVIEWER;
import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import dev.touchstone.events.StageStatement.DecisionOverridden;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.events.StageStatement.VerdictManual;
import dev.touchstone.events.StageStatement.VerdictRejected;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Findings.Ruling;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Decisions that take two reviewers, and who cannot be the second. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class TwoDecideTest extends DecidingTest {

    @Test
    void againstTheVerdictTwoMustAgree() {
        // Given
        talk.tell(review.judged(Ruling.REJECT).asked(1, Stage.JUDGE, "the score is between the thresholds"));
        // When
        ValidatableResponse first = decide("approved", TestKeys.REVIEWER, "a false alarm");
        // Then
        first.statusCode(202).body("awaitsSecond.by", equalTo("Rei Reviewer")).body("awaitsSecond.decision",
                equalTo("approved")).body("awaitsSecond.at", notNullValue());
        decide("approved", TestKeys.REVIEWER, "truly").statusCode(409)
                .body("type", equalTo("urn:touchstone:problem:own-agreement")).body("decidedBy", equalTo("Rei Reviewer"))
                .body("decidedAt", notNullValue());
        as(TestKeys.REVIEWER).get("/review/progress/" + review.id()).then().body("state", equalTo("awaiting_decision"));
        decide("approved", SECOND_REVIEWER, "I agree").statusCode(202).body("eventId", notNullValue());
        StageEvent told = talk.answer(review.id(), "decision_overridden");
        DecisionOverridden override = assertInstanceOf(DecisionOverridden.class, told.body());
        assertEquals("reject", override.overrides());
        assertEquals("Sei Second", override.decidedBy());
        assertEquals("Rei Reviewer", Objects.requireNonNull(override.proposal()).by());
        assertEquals(new HumanDecision(Decision.APPROVED, "I agree", "Sei Second", Stage.JUDGE),
                talk.answer(review.id(), "human_decision").body());
        as(TestKeys.REVIEWER).get("/review/progress/" + review.id()).then().body("overriding.proposal.by",
                equalTo("Rei Reviewer")).body("overriding.verdict", equalTo("reject"));
        as(TestKeys.AUDITOR).get("/review/ledger/" + review.id()).then().body(containsString("a false alarm"));
    }

    @Test
    void aDecisionAgainstTheVerdictSaysWhy() {
        // Given
        talk.tell(review.judged(Ruling.APPROVE).asked(1, Stage.JUDGE, "a canary was seen"));
        // When
        ValidatableResponse answer = decide("rejected", TestKeys.REVIEWER, " ");
        // Then
        answer.statusCode(422).body("violations.pointer", equalTo(List.of("/notes")));
    }

    @Test
    void theSecondReviewerMayDecideWithTheJuryInstead() {
        // Given
        talk.tell(review.judged(Ruling.REJECT).asked(1, Stage.JUDGE, "open"));
        decide("approved", TestKeys.REVIEWER, "a false alarm").statusCode(202);
        // When
        decide("rejected", SECOND_REVIEWER, null).statusCode(202);
        // Then
        talk.answer(review.id(), "human_decision");
        assertEquals(0, talk.count(review.id(), "decision_overridden"));
        decide("approved", TestKeys.REVIEWER, "still").statusCode(409).body("decidedBy", equalTo("Sei Second"));
    }

    @Test
    void theOwnOrganisationIsNoSecondReviewerEither() {
        // Given
        talk.tell(review.judged(Ruling.REJECT).asked(1, Stage.JUDGE, "open"));
        decide("approved", TestKeys.REVIEWER, "a false alarm").statusCode(202);
        // When
        ValidatableResponse answer = decide("approved", TestKeys.INSIDER, "we are good");
        // Then
        answer.statusCode(403).body("type", equalTo("urn:touchstone:problem:own-organization"));
    }

    @Test
    void aWithdrawnQuestionTakesItsProposalAlong() {
        // Given
        talk.tell(review.judged(Ruling.REJECT).asked(1, Stage.JUDGE, "open"));
        decide("approved", TestKeys.REVIEWER, "a false alarm").statusCode(202);
        // When
        talk.tell(review.asked(2, Stage.JUDGE, "open again").last());
        // Then
        decide("approved", SECOND_REVIEWER, "I agree").statusCode(202).body("awaitsSecond.by", equalTo("Sei Second"));
    }

    @Test
    void ofManyWhoDecideAgainstTheVerdictAtOnceTwoMakeOneDecision() throws InterruptedException, ExecutionException {
        // Given
        talk.tell(review.judged(Ruling.REJECT).asked(1, Stage.JUDGE, "open"));
        List<Callable<Integer>> people = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String key = i % 2 == 0 ? TestKeys.REVIEWER : SECOND_REVIEWER;
            people.add(() -> decide("approved", key, "a false alarm").extract().statusCode());
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
        assertEquals(2, answers.stream().filter(status -> status == 202).count(), answers.toString());
        assertEquals(18, answers.stream().filter(status -> status == 409).count(), answers.toString());
        assertEquals(1, talk.count(review.id(), "human_decision"));
        assertEquals(1, talk.count(review.id(), "decision_overridden"));
    }

    @Test
    void nobodyDecidesBeforeTheVerdictIsKnown() {
        // Given
        talk.tell(review.requested(Stage.JUDGE, 1).asked(1, Stage.JUDGE, "the score is too low"));
        // When
        ValidatableResponse early = decide("approved", TestKeys.REVIEWER, "fine");
        // Then
        early.statusCode(409).body("type", equalTo("urn:touchstone:problem:verdict-unknown"));
        decide("rejected", TestKeys.REVIEWER, "no").statusCode(409)
                .body("type", equalTo("urn:touchstone:problem:verdict-unknown"));
        talk.tell(review.tell(Stage.JUDGE, 1, new VerdictRejected(20.0, List.of("Unsafe."), 3)).completed(Stage.JUDGE, 1, 0.2));
        decide("approved", TestKeys.REVIEWER, "fine").statusCode(202).body("awaitsSecond.by", equalTo("Rei Reviewer"));
    }

    @Test
    void whereTheJudgeFailedNoVerdictIsWaitedFor() {
        // Given
        talk.tell(review.requested(Stage.JUDGE, 1).tell(Stage.JUDGE, 1, new Failed("llm_unreachable", List.of("No jury"), true,
                null, Map.of())).asked(1, Stage.JUDGE, "the judge failed"));
        // When
        ValidatableResponse answer = decide("approved", TestKeys.REVIEWER, null);
        // Then
        answer.statusCode(202).body("eventId", notNullValue());
    }

    @Test
    void whatWasAskedBeforeAStageRunsAgainIsNotDecided() {
        // Given
        talk.tell(review.judged(Ruling.REJECT).asked(1, Stage.JUDGE, "open"));
        // When
        judgeAgain(TestKeys.REVIEWER);
        // Then
        decide("approved", TestKeys.REVIEWER, "fine").statusCode(409)
                .body("type", equalTo("urn:touchstone:problem:nothing-pending"));
    }

    @Test
    void whoeverHadTheJuryJudgeAgainDoesNotApproveAlone() {
        // Given
        talk.tell(review.judged(Ruling.REJECT).asked(1, Stage.JUDGE, "open"));
        judgeAgain(TestKeys.REVIEWER);
        judgedAgain();
        // When
        ValidatableResponse first = decide("approved", TestKeys.REVIEWER, "they are unsure now");
        // Then
        first.statusCode(202).body("awaitsSecond.by", equalTo("Rei Reviewer"));
        decide("approved", TestKeys.REVIEWER, "truly").statusCode(409)
                .body("type", equalTo("urn:touchstone:problem:own-agreement"));
        decide("approved", SECOND_REVIEWER, null).statusCode(202).body("eventId", notNullValue());
        assertEquals(new HumanDecision(Decision.APPROVED, null, "Sei Second", Stage.JUDGE),
                talk.answer(review.id(), "human_decision").body());
        assertEquals(0, talk.count(review.id(), "decision_overridden"));
    }

    @Test
    void ofTwoWhoBothHadTheJuryJudgeAgainEachIsASecondReviewer() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).judged(Ruling.REJECT).asked(1, Stage.JUDGE, "open"));
        judgeAgain(TestKeys.REVIEWER);
        again(SECOND_REVIEWER, "precheck").statusCode(202);
        judgedAgain();
        decide("approved", TestKeys.REVIEWER, null).statusCode(422).body("violations.pointer", equalTo(List.of("/notes")));
        decide("approved", TestKeys.REVIEWER, "they are unsure now").statusCode(202);
        // When
        ValidatableResponse second = decide("approved", SECOND_REVIEWER, "so they are");
        // Then
        second.statusCode(202).body("eventId", notNullValue());
        assertEquals("Sei Second", ((HumanDecision) talk.answer(review.id(), "human_decision").body()).decidedBy());
        assertEquals(0, talk.count(review.id(), "decision_overridden"));
    }

    @Test
    void whoeverHadTheJuryJudgeAgainMayRejectAlone() {
        // Given
        talk.tell(review.judged(Ruling.REJECT).asked(1, Stage.JUDGE, "open"));
        judgeAgain(TestKeys.REVIEWER);
        judgedAgain();
        // When
        decide("rejected", TestKeys.REVIEWER, null).statusCode(202).body("eventId", notNullValue());
        // Then
        decide("approved", SECOND_REVIEWER, null).statusCode(409).body("decidedBy", equalTo("Rei Reviewer"));
        assertEquals("Rei Reviewer", ((HumanDecision) talk.answer(review.id(), "human_decision").body()).decidedBy());
    }

    private void judgeAgain(String key) {
        again(key, "judge").statusCode(202);
        talk.answer(review.id(), "retry_requested");
    }

    private ValidatableResponse again(String key, String stage) {
        return as(key).contentType("application/json")
                .body(Map.of("submissionId", review.id(), "stage", stage, "reason", "without an LLM"))
                .post("/review/retry").then();
    }

    /** The second attempt leaves it open, and a person is asked once more. */
    private void judgedAgain() {
        talk.tell(review.later().requested(Stage.JUDGE, 2)
                .tell(Stage.JUDGE, 2, new VerdictManual(50.0, List.of("Nobody was sure"), 0)).completed(Stage.JUDGE, 2, 0.5)
                .asked(2, Stage.JUDGE, "the jury left it open"));
    }
}
