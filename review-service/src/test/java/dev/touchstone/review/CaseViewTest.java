package dev.touchstone.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.Decision;
import dev.touchstone.events.OwnerStatement.Cancelled;
import dev.touchstone.events.OwnerStatement.Stalled;
import dev.touchstone.events.OwnerStatement.Superseded;
import dev.touchstone.events.RecordStatement.ArtifactLogged;
import dev.touchstone.events.RecordStatement.ArtifactNotLogged;
import dev.touchstone.events.RecordStatement.RunAliased;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStopped;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.StageStatement.VerdictRejected;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.testing.Samples;

class CaseViewTest {

    private static final String MANIFEST = "64e7c61456b10382e2f3b571ac24b659";
    private static final Superseded REFUSED = new Superseded("retry_requested", "The review had ended");

    private final Reviews review = new Reviews();

    @Test
    void aReviewIsFollowedFromItsRequestToItsPublication() {
        // Given
        review.passed(Stage.PRECHECK, 1, 1).passed(Stage.SECURITY, 1, 0.9).passed(Stage.FUNCTIONAL, 1, 0.8).judgedManual()
                .asked(1, Stage.JUDGE, "the jury left it open").decided(1, Decision.APPROVED, Stage.JUDGE).published();
        // When
        CaseView view = CaseView.of(review.told());
        // Then
        assertEquals(CaseState.PUBLISHED, view.course().state());
        assertEquals(AttemptStatus.COMPLETED, view.current(Stage.SECURITY).orElseThrow().status());
        assertEquals(Findings.Ruling.MANUAL, assertPresent(view.findings().verdict()).ruling());
        assertEquals(71.5, assertPresent(view.findings().trustScore()).score());
        assertEquals("Ada", assertPresent(view.findings().decision()).decidedBy());
        assertEquals(4, view.trail().artifacts().size());
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        // Given
        review.passed(Stage.PRECHECK, 1, 1).requested(Stage.SECURITY, 1).gateFailed(Stage.SECURITY, 1)
                .asked(1, Stage.SECURITY, "2 of 40 attacks got through").decided(1, Decision.APPROVED, Stage.SECURITY)
                .passed(Stage.FUNCTIONAL, 1, 0.8).judgedManual().asked(2, Stage.JUDGE, "the jury left it open");
        CaseView inOrder = CaseView.of(review.told());
        for (int seed = 0; seed < 50; seed++) {
            List<StageEvent> shuffled = new ArrayList<>(review.told());
            Collections.shuffle(shuffled, new Random(seed));
            // When
            CaseView view = CaseView.of(shuffled);
            // Then
            assertEquals(inOrder, view);
        }
    }

    @Test
    void aPersonIsAskedUntilTheDecisionIsTold() {
        // Given
        review.requested(Stage.SECURITY, 1).gateFailed(Stage.SECURITY, 1).asked(1, Stage.SECURITY, "too many got through");
        CaseView asked = CaseView.of(review.told());
        // When
        CaseView decided = asked.apply(review.decided(1, Decision.APPROVED, Stage.SECURITY).last());
        // Then
        assertEquals(CaseState.AWAITING_DECISION, asked.course().state());
        assertEquals("too many got through", assertPresent(asked.course().question()).reason());
        assertEquals(CaseState.IN_REVIEW, decided.course().state());
        assertNull(decided.course().question());
    }

    @Test
    void aRetryGivesUpTheStageAndAllAfterItButNotTheAnswerAboutAnEarlierOne() {
        // Given
        review.passed(Stage.PRECHECK, 1, 1).requested(Stage.SECURITY, 1).gateFailed(Stage.SECURITY, 1)
                .asked(1, Stage.SECURITY, "too many got through").decided(1, Decision.APPROVED, Stage.SECURITY)
                .passed(Stage.FUNCTIONAL, 1, 0.8).judgedManual();
        // When
        review.tell(Stage.FUNCTIONAL, 1, new RetryRequested("the endpoint was down", null));
        CaseView view = CaseView.of(review.told());
        // Then
        assertEquals(AttemptStatus.FAILED, view.current(Stage.SECURITY).orElseThrow().status());
        assertEquals(AttemptStatus.SUPERSEDED, view.current(Stage.FUNCTIONAL).orElseThrow().status());
        assertEquals(AttemptStatus.SUPERSEDED, view.current(Stage.JUDGE).orElseThrow().status());
        assertNull(view.findings().verdict());
        assertNull(view.findings().trustScore());
        assertNotNull(view.findings().decision());
    }

    @Test
    void aRetryThatRacedTheEndReopensNothing() {
        // Given
        review.passed(Stage.PRECHECK, 1, 1).judgedManual().published();
        CaseView ended = CaseView.of(review.told());
        // When
        CaseView afterRetry = ended.apply(review.tell(Stage.JUDGE, 1, new RetryRequested("another model", null)).last());
        review.tell(Stage.JUDGE, 1, REFUSED);
        CaseView refolded = CaseView.of(review.told());
        // Then
        for (CaseView view : List.of(afterRetry, refolded)) {
            assertEquals(CaseState.PUBLISHED, view.course().state());
            assertEquals(ended.course().reason(), view.course().reason());
            assertEquals(ended.attempts(), view.attempts());
            assertEquals(ended.findings(), view.findings());
        }
    }

    @Test
    void aRefusedRetryIsWithoutEffectEvenWhereItComesBeforeTheEnd() {
        // Given
        review.passed(Stage.PRECHECK, 1, 1).judgedManual();
        CaseView before = CaseView.of(review.told());
        review.tell(Stage.JUDGE, 1, new RetryRequested("another model", null)).published();
        // When
        StageEvent refusal = review.tell(Stage.JUDGE, 1, REFUSED).last();
        CaseView view = CaseView.of(review.told());
        // Then
        assertTrue(before.changesThePast(refusal));
        assertEquals(CaseState.PUBLISHED, view.course().state());
        assertEquals(before.attempts(), view.attempts());
        assertEquals(before.findings(), view.findings());
    }

    @Test
    void aDecisionThatComesAfterTheEndReopensNothing() {
        // Given
        review.asked(1, Stage.JUDGE, "open").published();
        // When
        review.decided(1, Decision.REJECTED, Stage.JUDGE);
        // Then
        assertEquals(CaseState.PUBLISHED, CaseView.of(review.told()).course().state());
    }

    @Test
    void whatAGivenUpAttemptStillSaysConcludesNothing() {
        // Given
        review.requested(Stage.JUDGE, 1).tell(Stage.JUDGE, 1, new Started())
                .tell(Stage.JUDGE, 1, new RetryRequested("another model", null));
        // When
        review.tell(Stage.JUDGE, 1, new VerdictRejected(12.0, List.of("late"), 3)).completed(Stage.JUDGE, 1, 0.12);
        CaseView view = CaseView.of(review.told());
        // Then
        assertNull(view.findings().verdict());
        assertEquals(AttemptStatus.SUPERSEDED, view.current(Stage.JUDGE).orElseThrow().status());
    }

    @Test
    void aNewRoundBeginsWithoutTheConclusionsOfTheOneBefore() {
        // Given
        review.passed(Stage.PRECHECK, 1, 1).judgedManual().published();
        CaseView before = CaseView.of(review.told());
        StageEvent request = review.again().requested(Stage.PRECHECK, 1).last();
        // When
        CaseView view = before.apply(request);
        // Then
        assertEquals(2, view.subject().round());
        assertEquals(CaseState.IN_REVIEW, view.course().state());
        assertNull(view.findings().trustScore());
        assertEquals(AttemptStatus.REQUESTED, view.current(Stage.PRECHECK).orElseThrow().status());
    }

    @Test
    void anEarlierRoundIsSeenAsItStoodWhenTheNextBegan() {
        // Given
        review.passed(Stage.PRECHECK, 1, 1).tell(Stage.SECURITY, 1, new Cancelled("the wrong revision"));
        Reviews second = review.again().requested(Stage.PRECHECK, 1);
        List<StageEvent> all = Stream.of(review, second).flatMap(round -> round.told().stream()).toList();
        CaseView whole = CaseView.of(all);
        // When
        CaseView first = whole.inRound(1, all).orElseThrow();
        // Then
        assertEquals(1, first.subject().round());
        assertEquals(CaseState.CANCELLED, first.course().state());
        assertEquals(AttemptStatus.COMPLETED, first.current(Stage.PRECHECK).orElseThrow().status());
        assertEquals(List.of(new Trail.PastRound(review.review().workflowRunId(), CaseState.CANCELLED, "the wrong revision",
                null)), whole.trail().past());
        assertEquals(CaseState.IN_REVIEW, whole.inRound(2, all).orElseThrow().course().state());
    }

    @Test
    void whatRanWhenAReviewWasCancelledHasStoppedAndStays() {
        // Given
        review.passed(Stage.PRECHECK, 1, 1).requested(Stage.SECURITY, 1).tell(Stage.SECURITY, 1, new Started());
        // When
        review.tell(Stage.SECURITY, 1, new Cancelled("the wrong revision")).completed(Stage.SECURITY, 1, 0.9);
        CaseView view = CaseView.of(review.told());
        // Then
        assertEquals(CaseState.CANCELLED, view.course().state());
        assertEquals("the wrong revision", view.course().reason());
        assertEquals(AttemptStatus.CANCELLED, view.current(Stage.SECURITY).orElseThrow().status());
        assertEquals(AttemptStatus.COMPLETED, view.current(Stage.PRECHECK).orElseThrow().status());
    }

    @Test
    void aStageIsStalledUntilSomethingIsHeardOfIt() {
        // Given
        review.requested(Stage.SECURITY, 1).tell(Stage.SECURITY, 1, new Stalled(Samples.NOON)).requested(Stage.SECURITY, 1);
        CaseView stalled = CaseView.of(review.told());
        // When
        CaseView heard = stalled.apply(review.tell(Stage.SECURITY, 1, new Started()).last());
        CaseView late = heard.apply(review.completed(Stage.SECURITY, 1, 0.9).last())
                .apply(review.tell(Stage.SECURITY, 1, new Stalled(Samples.NOON)).last());
        // Then
        assertEquals(Samples.NOON, stalled.current(Stage.SECURITY).orElseThrow().times().stalledSince());
        assertNull(heard.current(Stage.SECURITY).orElseThrow().times().stalledSince());
        assertNull(late.current(Stage.SECURITY).orElseThrow().times().stalledSince());
    }

    @Test
    void anUnknownKindChangesNothingButTheTimeOfTheLastChange() {
        // Given
        review.passed(Stage.PRECHECK, 1, 1);
        CaseView before = CaseView.of(review.told());
        // When
        CaseView after = before.apply(review
                .tell(Stage.PRECHECK, 1, new UnknownBody("from_the_future", JsonNodeFactory.instance.objectNode())).last());
        // Then
        assertEquals(before.attempts(), after.attempts());
        assertEquals(before.findings(), after.findings());
        assertEquals(CaseState.IN_REVIEW, after.course().state());
    }

    @Test
    void progressAndTheStateOfTheRunAreShown() {
        // Given
        review.requested(Stage.SECURITY, 1).tell(Stage.SECURITY, 1, new Started());
        // When
        review.tell(Stage.SECURITY, 1, new Progressed(3, 40)).run(RunState.CATCHING_UP, "W&B answers 503");
        CaseView view = CaseView.of(review.told());
        // Then
        assertEquals(new StageAttempt.Progress(3, 40), view.current(Stage.SECURITY).orElseThrow().outcome().progress());
        assertEquals(AttemptStatus.RUNNING, view.current(Stage.SECURITY).orElseThrow().status());
        assertEquals(RunState.CATCHING_UP, assertPresent(view.trail().run()).state());
    }

    @Test
    void whatWandbHasIsKeptUntilMoreIsTold() {
        // Given
        String file = Samples.CARD.digest();
        review.requested(Stage.SECURITY, 1).recorded(new ArtifactNotLogged("security", "security", "no manifest"))
                .recorded(new ArtifactNotLogged("judge", "judge", "a file is gone"));
        // When
        review.recorded(new ArtifactLogged("security", "security", MANIFEST, "QQ==", List.of(file)))
                .recorded(new ArtifactLogged("security", "security", MANIFEST, "QQ==", List.of(file)))
                .recorded(new RunStopped()).recorded(new RunAliased("run-2", "a deleted run had the id"));
        CaseView view = CaseView.of(review.told());
        // Then
        assertEquals(List.of(new WandbRecord.Artifact("judge", "judge", null, null, List.of(), "a file is gone"),
                new WandbRecord.Artifact("security", "security", MANIFEST, "QQ==", List.of(file), null)),
                view.trail().wandb().artifacts());
        assertEquals(true, view.trail().wandb().stopped() && view.trail().wandb().holds(file));
        assertEquals("run-2", view.wandbRun().wandbId());
        assertEquals(review.review().wandbRun().runId(), view.wandbRun().runId());
    }

    @Test
    void anEventThatDoesNotKnowTheAliasDoesNotTakeItAway() {
        // Given
        review.requested(Stage.SECURITY, 1).recorded(new RunAliased("run-2", "a deleted run had the id"));
        Reviews next = review.again().requested(Stage.PRECHECK, 1);
        // When
        CaseView view = CaseView.of(Stream.concat(review.told().stream(), next.told().stream()).toList());
        // Then
        assertEquals(2, view.subject().round());
        assertEquals("run-2", view.wandbRun().alias());
    }

    @Test
    void aRunIsThereToTakeAwayWhileItIsOffline() {
        assertEquals(false, CaseView.of(review.requested(Stage.PRECHECK, 1).told()).keptOffline());
        assertEquals(true, CaseView.of(review.run(RunState.OFFLINE, "no key").told()).keptOffline());
        assertEquals(false, CaseView.of(review.run(RunState.ONLINE, "registered").told()).keptOffline());
    }

    @Test
    void aCaseThatWasStoredBeforeAnythingWasToldOfWandbIsRead() throws JsonProcessingException {
        // Given
        review.requested(Stage.PRECHECK, 1).run(RunState.ONLINE, "registered");
        ObjectNode stored = EventJson.mapper().valueToTree(CaseView.of(review.told()));
        ((ObjectNode) stored.path("trail")).remove("wandb");
        ((ObjectNode) stored.at("/trail/run")).remove("cause");
        // When
        CaseView read = EventJson.mapper().treeToValue(stored, CaseView.class);
        // Then
        assertEquals(WandbRecord.NONE, read.trail().wandb());
        assertEquals(RunState.ONLINE, assertPresent(read.trail().run()).state());
    }

    @Test
    void aCaseIsTheSameAfterItWasStored() throws JsonProcessingException {
        // Given
        review.passed(Stage.PRECHECK, 1, 1).judgedManual().asked(1, Stage.JUDGE, "open").run(RunState.ONLINE, "created")
                .recorded(new ArtifactLogged("judge", "judge", MANIFEST, null, List.of()));
        CaseView view = CaseView.of(review.told());
        // When
        CaseView read = EventJson.mapper().readValue(EventJson.mapper().writeValueAsString(view), CaseView.class);
        // Then
        assertEquals(view, read);
    }

    private static <T> T assertPresent(@Nullable T value) {
        assertNotNull(value);
        return Objects.requireNonNull(value);
    }
}
