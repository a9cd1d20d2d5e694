package dev.touchstone.submission.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.touchstone.events.Actor;
import dev.touchstone.events.Decision;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.Origin;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.OwnerStatement.Superseded;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.review.progress.StageProgress;

class ReviewMachineTest {

    private static final Actor ALICE = Actor.person("alice");
    private static final Actor BOB = Actor.person("bob");

    private final Played review = new Played();

    @Test
    void aRoundWithoutObjectionIsPublishedWithoutAPerson() {
        // When
        review.passesUpTo(Stage.JUDGE).says(Stage.PUBLISH, published());
        // Then
        assertInstanceOf(ReviewState.Published.class, review.state);
        assertEquals(List.of("precheck/requested/1", "security/requested/1", "functional/requested/1", "judge/requested/1",
                "judge/trust_score_calculated/1", "judge/auto_approved/1", "publish/requested/1"), review.toldSoFar());
        assertEquals("skipped", review.status(Stage.HUMAN));
        assertEquals("approve", review.progress().verdict());
    }

    @Test
    void whatStagesSayOfTheirWorkIsProgress() {
        // When
        review.says(Stage.PRECHECK, new Started()).says(Stage.PRECHECK, new Progressed(1, 4));
        // Then
        StageProgress precheck = review.progress().stages().getFirst();
        assertEquals("running", precheck.status());
        assertEquals(4, precheck.total());
        assertNotNull(precheck.times().startedAt());
        assertEquals("pending", review.status(Stage.SECURITY));
    }

    @Test
    void violationsFoundByThePrecheckReject() {
        // When
        review.says(Stage.PRECHECK, Told.failed("precheck_failed"));
        // Then
        ReviewState.Rejected rejected = assertInstanceOf(ReviewState.Rejected.class, review.state);
        assertEquals(List.of("It did not work out."), rejected.reasons());
        assertEquals("publish/rejected/1", Played.named(review.last()));
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = { "PRECHECK", "SECURITY", "FUNCTIONAL", "JUDGE", "PUBLISH" })
    void aStageThatCouldNotBeCarriedOutAsksForAPerson(Stage stage) {
        // Given
        Stage before = stage == Stage.PUBLISH ? Stage.JUDGE : stage;
        for (Stage each : Stage.values()) {
            if (each.isBefore(before) || (stage == Stage.PUBLISH && each == Stage.JUDGE)) {
                review.says(each, Told.passed(each));
            }
        }
        // When
        review.says(stage, Told.failed("internal_error"));
        // Then
        assertInstanceOf(ReviewState.AwaitingDecision.class, review.state);
        Requested request = assertInstanceOf(Requested.class, review.last().body());
        assertEquals(stage, request.escalation() == null ? null : request.escalation().sourceStage());
    }

    @Test
    void aGateThatAPersonLetsThroughGoesOnAtTheNextStageAndNeverEndsWithoutAPerson() {
        // Given
        review.says(Stage.PRECHECK, Told.passed(Stage.PRECHECK)).says(Stage.SECURITY, Told.failed("gate_failed"));
        // When
        review.says(Stage.HUMAN, Told.decided(Decision.APPROVED, Stage.SECURITY));
        // Then
        assertEquals("functional/requested/1", Played.named(review.last()));
        review.says(Stage.HUMAN, Told.passed(Stage.HUMAN)).says(Stage.FUNCTIONAL, Told.passed(Stage.FUNCTIONAL))
                .says(Stage.JUDGE, Told.passed(Stage.JUDGE));
        assertEquals("human/requested/2", Played.named(review.last()));
        assertTrue(review.toldSoFar().contains("judge/requires_human_review/1"));
    }

    @Test
    void whatTheJudgeLeavesOpenIsPublishedOnAPersonsWord() {
        // Given
        review.passesUpTo(Stage.FUNCTIONAL).says(Stage.JUDGE, Told.judged("manual"));
        // When
        review.says(Stage.HUMAN, Told.decided(Decision.APPROVED, Stage.JUDGE));
        // Then
        assertEquals("publish/requested/1", Played.named(review.last()));
        assertEquals("The publication is about to start: Approved by alice: looked at it", Wording.statusReason(review.state));
    }

    @Test
    void aPersonRejects() {
        // Given
        review.passesUpTo(Stage.FUNCTIONAL).says(Stage.JUDGE, Told.judged("manual"));
        // When
        review.says(Stage.HUMAN, Told.decided(Decision.REJECTED, Stage.JUDGE));
        // Then
        assertInstanceOf(ReviewState.Rejected.class, review.state);
        assertEquals("publish/rejected/1", Played.named(review.last()));
    }

    @Test
    void aLowScoreIsRejectedWithoutAPerson() {
        // When
        for (Stage stage : List.of(Stage.PRECHECK, Stage.SECURITY, Stage.FUNCTIONAL, Stage.JUDGE)) {
            review.says(stage, Told.passed(stage, 0.2));
        }
        // Then
        assertInstanceOf(ReviewState.Rejected.class, review.state);
        assertTrue(review.toldSoFar().contains("judge/auto_rejected/1"));
    }

    @Test
    void aDecisionAboutAnotherQuestionHasNoEffect() {
        // Given
        review.says(Stage.PRECHECK, Told.passed(Stage.PRECHECK)).says(Stage.SECURITY, Told.failed("gate_failed"));
        // When
        review.says(Stage.HUMAN, Told.decided(Decision.APPROVED, Stage.JUDGE));
        // Then
        assertInstanceOf(ReviewState.AwaitingDecision.class, review.state);
        assertInstanceOf(Superseded.class, review.last().body());
    }

    @Test
    void theEndOfTheHumanStageAloneIsNoDecision() {
        // Given
        review.says(Stage.PRECHECK, Told.passed(Stage.PRECHECK)).says(Stage.SECURITY, Told.failed("gate_failed"));
        // When
        review.says(Stage.HUMAN, Told.passed(Stage.HUMAN));
        // Then
        assertInstanceOf(ReviewState.AwaitingDecision.class, review.state);
    }

    @Test
    void aStageAndAllAfterItAreAskedForAgain() {
        // Given
        review.passesUpTo(Stage.FUNCTIONAL).says(Stage.JUDGE, Told.judged("manual"));
        // When
        review.says(Stage.SECURITY, 1, Told.retry());
        // Then
        assertEquals("security/requested/2", Played.named(review.last()));
        assertEquals("superseded", review.status(Stage.JUDGE));
        assertEquals("superseded", review.status(Stage.HUMAN));
        assertNull(review.progress().trustScore());
        review.says(Stage.SECURITY, Told.passed(Stage.SECURITY)).says(Stage.FUNCTIONAL, Told.passed(Stage.FUNCTIONAL));
        assertEquals("judge/requested/2", Played.named(review.last()));
    }

    @Test
    void aLateResultOfAnAttemptThatWasGivenUpIsToldAsSuperseded() {
        // Given
        review.passesUpTo(Stage.FUNCTIONAL).says(Stage.SECURITY, 1, Told.retry());
        // When
        review.says(Stage.JUDGE, 1, Told.passed(Stage.JUDGE));
        // Then
        assertEquals("judge/superseded/1", Played.named(review.last()));
        assertEquals(Stage.SECURITY, assertInstanceOf(ReviewState.Testing.class, review.state).stage());
    }

    @Test
    void aSecondResultOfTheSameAttemptHasNoEffect() {
        // Given
        review.passesUpTo(Stage.SECURITY);
        int told = review.told.size();
        // When
        review.says(Stage.SECURITY, 1, Told.failed("gate_failed"));
        // Then
        assertEquals(told, review.told.size());
        assertEquals("completed", review.status(Stage.SECURITY));
    }

    @Test
    void twoReviewersWhoAskAtTheSameTimeGetOneNewAttempt() {
        // Given
        review.passesUpTo(Stage.FUNCTIONAL).says(Stage.FUNCTIONAL, 1, Told.retry());
        // When
        review.says(Stage.FUNCTIONAL, 1, Told.retry());
        // Then
        assertEquals(2, review.state.history().attempts(Stage.FUNCTIONAL));
        assertInstanceOf(Superseded.class, review.last().body());
    }

    @Test
    void aPersonWhoComesAfterTheEndIsToldSo() {
        // Given
        review.passesUpTo(Stage.JUDGE).says(Stage.PUBLISH, published());
        ReviewState ended = review.state;
        // When
        review.says(Stage.SECURITY, 1, Told.retry()).says(Stage.HUMAN, 1, Told.decided(Decision.REJECTED, Stage.JUDGE));
        // Then
        assertEquals(ended, review.state);
        assertEquals(List.of("security/superseded/1", "human/superseded/1"),
                review.toldSoFar().subList(review.told.size() - 2, review.told.size()));
        assertEquals(new Superseded("human_decision", "The review had already ended"), review.last().body());
    }

    @Test
    void aStageThatHasNotRunCannotBeAskedForAgain() {
        // When
        review.says(Stage.JUDGE, 1, Told.retry());
        // Then
        assertInstanceOf(ReviewState.Prechecking.class, review.state);
    }

    @Test
    void aRetryAroundAGateThatIsBeingRepeatedIsRefused() {
        // Given
        review.passesUpTo(Stage.FUNCTIONAL).says(Stage.JUDGE, Told.judged("manual")).says(Stage.SECURITY, 1, Told.retry());
        // When
        review.says(Stage.JUDGE, 1, Told.retry());
        // Then
        assertEquals(Stage.SECURITY, assertInstanceOf(ReviewState.Testing.class, review.state).stage());
    }

    @Test
    void aPublicationThatFailedIsCarriedOutAgainWithoutANewDecision() {
        // Given
        review.passesUpTo(Stage.JUDGE).says(Stage.PUBLISH, Told.failed("internal_error"));
        // When
        review.says(Stage.PUBLISH, 1, Told.retry());
        // Then
        assertEquals("publish/requested/2", Played.named(review.last()));
        assertEquals("superseded", review.status(Stage.HUMAN));
        review.says(Stage.HUMAN, 1, Told.decided(Decision.REJECTED, Stage.PUBLISH));
        assertInstanceOf(ReviewState.Publishing.class, review.state);
    }

    @Test
    void theQuestionAboutAnEarlierGateCanBeAskedAgain() {
        // Given
        review.says(Stage.PRECHECK, Told.passed(Stage.PRECHECK)).says(Stage.SECURITY, Told.failed("gate_failed"))
                .says(Stage.HUMAN, Told.decided(Decision.APPROVED, Stage.SECURITY));
        // When
        review.says(Stage.HUMAN, 1, Told.retry());
        // Then
        assertEquals("human/requested/2", Played.named(review.last()));
        assertEquals("superseded", review.status(Stage.FUNCTIONAL));
        assertEquals("failed", review.status(Stage.SECURITY));
    }

    @Test
    void theLlmThatAReviewerAsksForGoesAlongWithTheRetry() {
        // Given
        LlmSettings llm = new LlmSettings(true, "openai", "gpt-x", 0.0, 100, null, null);
        review.passesUpTo(Stage.FUNCTIONAL).says(Stage.JUDGE, Told.judged("manual"));
        // When
        review.says(Stage.JUDGE, 1, new RetryRequested("try another model", llm));
        // Then
        assertEquals(llm, assertInstanceOf(Requested.class, review.last().body()).llmJudge());
    }

    @Test
    void theRetryIsAskedForByTheReviewer() {
        // Given
        review.passesUpTo(Stage.FUNCTIONAL);
        // When
        review.hears(by(ALICE, Stage.FUNCTIONAL, Told.retry()));
        // Then
        assertEquals("functional/requested/2", Played.named(review.last()));
        assertEquals(Optional.of(ALICE), review.last().actor());
        review.says(Stage.FUNCTIONAL, Told.passed(Stage.FUNCTIONAL));
        assertEquals(Optional.empty(), review.last().actor());
    }

    @Test
    void theJudgeIsToldWhoAskedForItsLlmEvenWhereAnEarlierStageIsRepeated() {
        // Given
        LlmSettings llm = new LlmSettings(true, "openai", "gpt-x", 0.0, 100, null, null);
        review.passesUpTo(Stage.FUNCTIONAL);
        // When
        review.hears(by(ALICE, Stage.FUNCTIONAL, new RetryRequested("another model", llm)));
        review.says(Stage.FUNCTIONAL, Told.passed(Stage.FUNCTIONAL));
        // Then
        assertEquals("judge/requested/2", Played.named(review.last()));
        assertEquals(llm, assertInstanceOf(Requested.class, review.last().body()).llmJudge());
        assertEquals(Optional.of(ALICE), review.last().actor());
    }

    @Test
    void whoAsksForTheJudgeAgainDoesNotAskForItsLlm() {
        // Given
        LlmSettings llm = new LlmSettings(true, "openai", "gpt-x", 0.0, 100, null, null);
        review.passesUpTo(Stage.FUNCTIONAL).says(Stage.JUDGE, Told.judged("manual"));
        // When
        review.hears(by(BOB, Stage.JUDGE, Told.retry()));
        // Then
        assertEquals(Optional.empty(), review.last().actor());
        review.says(Stage.JUDGE, Told.judged("manual")).hears(by(ALICE, Stage.JUDGE, new RetryRequested("larger", llm)));
        review.says(Stage.JUDGE, Told.judged("manual")).hears(by(BOB, Stage.JUDGE, Told.retry()));
        assertEquals("judge/requested/4", Played.named(review.last()));
        assertEquals(Optional.of(ALICE), review.last().actor());
    }

    private StageEvent by(Actor actor, Stage stage, EventBody body) {
        StageEvent event = Samples.event(review.dossier.review(), stage, review.state.history().attempts(stage), 1, body);
        Origin origin = new Origin(event.id(), event.origin().source(), event.origin().occurredAt(), actor);
        return new StageEvent(origin, event.review(), event.position(), event.body(), event.evidence());
    }

    @Test
    void whatIsNotKnownHasNoEffect() {
        // Given
        ReviewState before = review.state;
        // When
        review.says(Stage.PRECHECK, new UnknownBody("brand_new", Cards.json("{}")));
        // Then
        assertEquals(before, review.state);
    }

    private static Published published() {
        return new Published(URI.create("http://localhost:8080/api/v1/catalog"), 100.0, "Approved by policy");
    }
}
