package dev.touchstone.submission.review;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.OwnerStatement.RequiresHumanReview;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.testing.BusTest;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.restassured.http.ContentType;

/** By what a review is ruled on, over the real broker and the real database. */
@ServiceTest
class RulingTest extends BusTest {

    @Test
    void aRevisionThatFallsBehindItsBaselineAsksForAPerson() {
        // Given
        String agent = "agent-" + UUID.randomUUID();
        ReviewRef first = submitted(agent, "r1");
        pass(first, 1.0);
        bus.await(first.submissionId(), "published");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> Api.asSubmitter().get("/api/v1/agents/" + agent).then()
                .body("baseline.revision", equalTo("r1")).body("baseline.trustScore", equalTo(100.0f)));
        // When
        ReviewRef second = submitted(agent, "r2");
        pass(second, 0.9);
        // Then
        StageEvent asked = bus.await(second.submissionId(), "requires_human_review");
        String reason = ((RequiresHumanReview) asked.body()).escalationReason();
        assertEquals("The total has 91 points, 9 fewer than the baseline r1; at most 5 fewer pass without a person.", reason);
    }

    @Test
    void theActivePolicyRulesAlsoOnWhatBeganBefore() {
        // Given
        ReviewRef review = submitted("agent-" + UUID.randomUUID(), "r1");
        bus.await(review.submissionId(), event -> event.stage() == Stage.SECURITY && event.body() instanceof Requested);
        String version = "strict-" + UUID.randomUUID();
        operate("/api/v1/policies", strict(version), 201);
        operate("/api/v1/policies/" + version + "/activation", "{\"reason\": \"after an incident\"}", 200);
        try {
            // When
            pass(review, 0.99);
            // Then
            StageEvent scored = bus.await(review.submissionId(), "trust_score_calculated");
            assertEquals(version, ((TrustScoreCalculated) scored.body()).policyVersion());
            StageEvent asked = bus.await(review.submissionId(), "requires_human_review");
            assertTrue(((RequiresHumanReview) asked.body()).escalationReason().contains("between 40 and 99.5"));
        } finally {
            operate("/api/v1/policies/policy-1/activation", "{\"reason\": \"end of the test\"}", 200);
        }
    }

    private static String strict(String version) {
        return """
                {"version": "%s", "weights": {"security": 30, "functional": 40, "judge": 20, "implementation": 10},
                 "bands": {"rejectBelow": 40, "approveFrom": 99.5},
                 "largestDrop": {"total": 100, "security": 100, "functional": 100, "judge": 100, "implementation": 100}}"""
                .formatted(version);
    }

    private static ReviewRef submitted(String agent, String revision) {
        String request = Api.request(agent, RelayDouble.GOOD)
                .replace("\"revision\": \"r1\"", "\"revision\": \"" + revision + "\"")
                .replace("\"Trip planner\"", "\"Trip planner " + revision + "\"");
        String id = Api.post(request).statusCode(202).extract().path("submissionId");
        return Api.review(UUID.fromString(id));
    }

    private void pass(ReviewRef review, double score) {
        for (Stage stage : List.of(Stage.SECURITY, Stage.FUNCTIONAL, Stage.JUDGE)) {
            StageEvent request = bus.await(review.submissionId(),
                    event -> event.stage() == stage && event.body() instanceof Requested);
            bus.send(Samples.event(review, stage, request.attempt(), request.position().sequence() + 1,
                    Told.passed(stage, score)));
        }
    }

    private static void operate(String path, String body, int status) {
        Api.as(TestKeys.OPERATOR).contentType(ContentType.JSON).body(body).post(path).then().statusCode(status);
    }
}
