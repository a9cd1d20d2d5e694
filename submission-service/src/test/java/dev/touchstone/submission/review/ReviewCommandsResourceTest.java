package dev.touchstone.submission.review;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.Actor;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.OwnerStatement.Cancelled;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.OwnerStatement.Superseded;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.BusTest;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Cancelling and reopening over HTTP; the other services' words are the test's. */
@ServiceTest
class ReviewCommandsResourceTest extends BusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REASON = "{\"reason\": \"The endpoint was fixed\"}";

    @Inject
    Reviews reviews;

    @Test
    void aSubmissionIsTakenBackWhileAStageRunsAndItsLateResultCountsForNothing() {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        StageEvent asked = requested(review, Stage.SECURITY);
        // When
        var answer = cancel(TestKeys.SUBMITTER, review.submissionId(), "{\"reason\": \"Wrong revision\"}");
        // Then
        answer.statusCode(202).body("state", equalTo("cancelled")).body("terminal", equalTo(true))
                .body("round", equalTo(1)).body("statusReason", equalTo("Cancelled by Sumi Submitter: Wrong revision"));
        StageEvent cancelled = bus.await(review.submissionId(), "cancelled");
        assertEquals(new Cancelled("Wrong revision"), cancelled.body());
        assertEquals(Actor.person("Sumi Submitter"), cancelled.origin().actor());
        assertEquals(Stage.SECURITY, cancelled.stage());
        bus.send(after(asked, Told.passed(Stage.SECURITY)));
        assertEquals(new Superseded("completed", "The review had already ended"),
                bus.await(review.submissionId(), "superseded").body());
        Api.get(review.submissionId(), "/progress").body("state", equalTo("cancelled"));
    }

    @Test
    void whatHasEndedCannotBeCancelledAndSaysWhy() {
        // Given
        ReviewRef review = cancelled();
        // When
        var answer = Api.asSubmitter().delete("/api/v1/submissions/{id}?reason=again", review.submissionId()).then();
        // Then
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:review-ended"))
                .body("state", equalTo("cancelled")).body("round", equalTo(1))
                .body("detail", containsString("Cancelled by Sumi Submitter"));
    }

    @Test
    void anEndedReviewIsReopenedAndItsEarlierRoundStaysAsItEnded() {
        // Given
        ReviewRef first = Api.accepted(RelayDouble.GOOD);
        StageEvent asked = requested(first, Stage.SECURITY);
        cancel(TestKeys.SUBMITTER, first.submissionId(), "").statusCode(202);
        // When
        var answer = reopen(TestKeys.OPERATOR, first.submissionId(), REASON);
        // Then
        answer.statusCode(202).body("round", equalTo(2)).body("state", equalTo("in_review"))
                .body("openedBy", equalTo("Oto Operator")).body("openedBecause", equalTo("The endpoint was fixed"));
        UUID round = UUID.fromString(answer.extract().path("workflowRunId"));
        assertNotEquals(first.workflowRunId(), round);
        StageEvent request = bus.await(first.submissionId(), event -> event.body() instanceof Requested
                && event.review().workflowRunId().equals(round));
        assertEquals(Stage.PRECHECK, request.stage());
        assertEquals(1, request.attempt());
        assertEquals(first.wandbRun(), request.review().wandbRun());
        assertEquals(Actor.person("Oto Operator"), request.origin().actor());
        // When a result of the first round comes late
        bus.send(after(asked, Told.passed(Stage.SECURITY)));
        // Then
        StageEvent late = bus.await(first.submissionId(), "superseded");
        assertEquals(first.workflowRunId(), late.review().workflowRunId());
        List<Round> rounds = Blocking.inTransaction(() -> reviews.rounds(first.submissionId()));
        assertEquals(List.of(1, 2), rounds.stream().map(Round::number).toList());
        assertInstanceOf(ReviewState.Cancelled.class, rounds.getFirst().state());
        assertEquals(1, rounds.getFirst().state().history().attempts(Stage.SECURITY));
        // When the second goes its way
        ReviewRef second = request.review();
        for (Stage stage : List.of(Stage.SECURITY, Stage.FUNCTIONAL, Stage.JUDGE)) {
            bus.send(after(requested(second, stage), Told.passed(stage)));
        }
        // Then
        progress(second, "published").body("workflowRunId", equalTo(round.toString()));
        assertEquals(round, bus.await(first.submissionId(), "published").review().workflowRunId());
    }

    @Test
    void aReviewThatHasNotEndedIsNotReopened() {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        // When
        var answer = reopen(TestKeys.SUBMITTER, review.submissionId(), REASON);
        // Then
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:review-open"))
                .body("state", equalTo("in_review"));
    }

    @Test
    void ofSeveralWhoReopenAtOnceOneDoes() throws Exception {
        // Given
        ReviewRef review = cancelled();
        // When
        List<Integer> statuses = atOnce(Collections.nCopies(8,
                () -> reopen(TestKeys.SUBMITTER, review.submissionId(), REASON).extract().statusCode()));
        // Then
        assertEquals(1, statuses.stream().filter(status -> status == 202).count());
        assertEquals(7, statuses.stream().filter(status -> status == 409).count());
        assertEquals(2, Blocking.inTransaction(() -> reviews.rounds(review.submissionId())).size());
    }

    @RepeatedTest(5)
    void ofACancellationAndThePublicationOneWins() throws Exception {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        for (Stage stage : List.of(Stage.SECURITY, Stage.FUNCTIONAL)) {
            bus.send(after(requested(review, stage), Told.passed(stage)));
        }
        StageEvent judge = requested(review, Stage.JUDGE);
        // When
        bus.send(after(judge, Told.passed(Stage.JUDGE)));
        requested(review, Stage.PUBLISH);
        int status = cancel(TestKeys.SUBMITTER, review.submissionId(), "").extract().statusCode();
        // Then
        String end = status == 202 ? "cancelled" : "published";
        assertEquals(status == 202 ? 202 : 409, status);
        progress(review, end);
        bus.await(review.submissionId(), end);
        var catalog = Api.asSubmitter().get("/api/v1/catalog?size=200").then().statusCode(200);
        String id = review.submissionId().toString();
        catalog.body("items.submissionId", status == 202 ? not(hasItem(id)) : hasItem(id));
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.AUDITOR, TestKeys.REVIEWER })
    void whoOnlyReadsOrDecidesMayNot(String key) {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        // Then
        cancel(key, review.submissionId(), "").statusCode(403).body("type", equalTo("urn:touchstone:problem:forbidden"));
        reopen(key, review.submissionId(), REASON).statusCode(403);
    }

    @Test
    void anotherOrganisationsSubmissionDoesNotExist() {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        // Then
        for (String id : List.of(review.submissionId().toString(), UUID.randomUUID().toString(), "nothing")) {
            Api.as(TestKeys.RIVAL).delete("/api/v1/submissions/{id}", id).then().statusCode(404)
                    .body("type", equalTo("urn:touchstone:problem:not-found"));
            Api.as(TestKeys.RIVAL).contentType(ContentType.JSON).body(REASON)
                    .post("/api/v1/submissions/{id}/rounds", id).then().statusCode(404);
        }
        Api.get(review.submissionId(), "/progress").body("terminal", equalTo(false));
    }

    @Test
    void aRoundNeedsAReasonAndNothingElse() {
        // Given
        ReviewRef review = cancelled();
        // Then
        reopen(TestKeys.SUBMITTER, review.submissionId(), "").statusCode(400);
        reopen(TestKeys.SUBMITTER, review.submissionId(), "{\"reason\": ").statusCode(400)
                .body("type", equalTo("urn:touchstone:problem:malformed-json"));
        reopen(TestKeys.SUBMITTER, review.submissionId(), "[]").statusCode(422);
        reopen(TestKeys.SUBMITTER, review.submissionId(), "{\"reason\": \" \", \"why\": 1}").statusCode(422)
                .body("type", equalTo("urn:touchstone:problem:invalid-request"))
                .body("violations", hasSize(2)).body("violations.pointer", contains("/reason", "/why"));
        reopen(TestKeys.SUBMITTER, review.submissionId(), "{\"reason\": \"" + "a".repeat(501) + "\"}").statusCode(422);
        Api.asSubmitter().queryParam("reason", "a".repeat(501))
                .delete("/api/v1/submissions/{id}", review.submissionId()).then().statusCode(400);
    }

    private ReviewRef cancelled() {
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        cancel(TestKeys.SUBMITTER, review.submissionId(), "").statusCode(202);
        return review;
    }

    private static ValidatableResponse cancel(String key, UUID submission, String body) {
        var request = Api.as(key);
        return (body.isEmpty() ? request : request.contentType(ContentType.JSON).body(body))
                .delete("/api/v1/submissions/{id}", submission).then();
    }

    private static ValidatableResponse reopen(String key, UUID submission, String body) {
        return Api.as(key).contentType(ContentType.JSON).body(body).post("/api/v1/submissions/{id}/rounds", submission).then();
    }

    private StageEvent requested(ReviewRef review, Stage stage) {
        return bus.await(review.submissionId(), event -> event.stage() == stage && event.body() instanceof Requested
                && event.review().workflowRunId().equals(review.workflowRunId()));
    }

    private static StageEvent after(StageEvent request, EventBody body) {
        return Samples.event(request.review(), request.stage(), request.attempt(), request.position().sequence() + 1, body);
    }

    private static ValidatableResponse progress(ReviewRef review, String state) {
        await().atMost(PATIENCE).until(() -> state.equals(Api.get(review.submissionId(), "/progress").extract().path("state")));
        return Api.get(review.submissionId(), "/progress").statusCode(200);
    }

    private static List<Integer> atOnce(List<IntSupplier> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<Integer>> answers = calls.stream().map(call -> threads.submit(call::getAsInt)).toList();
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }
}
