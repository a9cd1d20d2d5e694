package dev.touchstone.submission.review;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.Decision;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.testing.BusTest;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Whole reviews over the real broker; the other services' words are the test's. */
@ServiceTest
class WholeReviewTest extends BusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aGoodAgentIsPublishedByPolicy() {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        // When
        for (Stage stage : List.of(Stage.SECURITY, Stage.FUNCTIONAL, Stage.JUDGE)) {
            answer(review, stage, Told.passed(stage));
        }
        // Then
        StageEvent published = bus.await(review.submissionId(), "published");
        assertEquals(100.0, ((Published) published.body()).trustScore());
        progress(review, "published").body("stages.status",
                contains("completed", "completed", "completed", "completed", "skipped", "completed"))
                .body("verdict", equalTo("approve")).body("trustScore.score", equalTo(100.0f)).body("terminal", equalTo(true));
        Api.asSubmitter().when().get("/api/v1/catalog").then().statusCode(200)
                .body("items.submissionId", hasItem(review.submissionId().toString()))
                .body("items[0].wandbUrl", containsString("/runs/"))
                .body("items[0].statusReason", containsString("Approved by policy"));
        causesComeFirst(review);
    }

    @Test
    void aFailedGateWaitsForAPersonWhoRejects() {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        answer(review, Stage.SECURITY, Told.failed("gate_failed"));
        StageEvent question = requested(review, Stage.HUMAN);
        progress(review, "awaiting_decision").body("statusReason", equalTo("It did not work out."));
        // When
        bus.send(Samples.event(review, Stage.HUMAN, question.attempt(), 99,
                Told.decided(Decision.REJECTED, Stage.SECURITY)));
        // Then
        bus.await(review.submissionId(), "rejected");
        progress(review, "rejected").body("statusReason", containsString("Rejected by alice: looked at it"))
                .body("trustScore", nullValue());
    }

    @Test
    void anAgentThatCannotBeReachedIsRejectedByThePrecheck() {
        // When
        ReviewRef review = Api.accepted(RelayDouble.DOWN);
        // Then
        bus.await(review.submissionId(), "rejected");
        progress(review, "rejected").body("stages[0].status", equalTo("failed"))
                .body("stages[0].message", equalTo("The endpoint is not reachable: connection refused"));
    }

    @Test
    void aSandboxThatDoesNotAnswerIsAskedAgain() {
        // When
        ReviewRef review = Api.accepted(RelayDouble.BROKEN_RELAY);
        // Then
        StageEvent completed = bus.await(review.submissionId(), event -> event.stage() == Stage.PRECHECK
                && event.event().equals("completed"));
        assertEquals(1, completed.attempt());
    }

    @Test
    void theClientsTraceGoesOnInTheEvents() {
        // Given
        String trace = UUID.randomUUID().toString().replace("-", "");
        // When
        String id = Api.asSubmitter().contentType(ContentType.JSON)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body(Api.request(RelayDouble.GOOD)).when().post("/api/v1/submissions").then().statusCode(202).extract()
                .path("submissionId");
        // Then
        UUID submission = UUID.fromString(id);
        bus.await(submission, "completed");
        for (var message : bus.recordsOf(submission)) {
            var header = message.headers().lastHeader("traceparent");
            assertNotNull(header, message::topic);
            assertTrue(new String(header.value(), StandardCharsets.UTF_8).contains(trace), message::topic);
        }
    }

    private void answer(ReviewRef review, Stage stage, EventBody body) {
        StageEvent request = requested(review, stage);
        bus.send(Samples.event(review, stage, request.attempt(), request.position().sequence() + 1, body));
    }

    private StageEvent requested(ReviewRef review, Stage stage) {
        return bus.await(review.submissionId(), event -> event.stage() == stage && event.body() instanceof Requested);
    }

    private static ValidatableResponse progress(ReviewRef review, String state) {
        await().atMost(PATIENCE).until(() -> state.equals(Api.get(review.submissionId(), "/progress").extract().path("state")));
        return Api.get(review.submissionId(), "/progress").statusCode(200);
    }

    /** The sequence of our own events rises in the order of their causes. */
    private void causesComeFirst(ReviewRef review) {
        List<String> order = bus.eventsOf(review.submissionId()).stream()
                .filter(event -> event.origin().source().toString().endsWith("submission-service"))
                .sorted(Comparator.comparingLong(event -> event.position().sequence()))
                .map(event -> event.stage().key() + "/" + event.event()).toList();
        assertEquals(List.of("precheck/requested", "precheck/started", "precheck/completed", "security/requested",
                "functional/requested", "judge/requested", "judge/trust_score_calculated", "judge/auto_approved",
                "publish/requested", "publish/started", "publish/published"), order.subList(0, 11));
    }
}
