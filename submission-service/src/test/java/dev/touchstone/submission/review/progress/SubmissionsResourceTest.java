package dev.touchstone.submission.review.progress;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.ReviewRef;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;

@ServiceTest
class SubmissionsResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Test
    void aSubmissionIsShownAsItWasMade() {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        // When
        var answer = Api.get(review.submissionId(), "");
        // Then
        answer.statusCode(200).body("agentId", equalTo(review.agentId())).body("displayName", equalTo("Trip planner"))
                .body("organizationId", equalTo("makers")).body("provenance.pullRequest", equalTo("7"))
                .body("createdAt", notNullValue());
    }

    @Test
    void progressNamesAllStagesInOrder() {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        // When
        var answer = Api.get(review.submissionId(), "/progress");
        // Then
        answer.statusCode(200)
                .body("stages.stage", contains("precheck", "security", "functional", "judge", "human", "publish"))
                .body("terminal", equalTo(false))
                .body("workflowRunId", equalTo(review.workflowRunId().toString()));
    }

    @Test
    void theNewestSubmissionComesFirst() {
        // Given
        ReviewRef older = Api.accepted(RelayDouble.GOOD);
        ReviewRef newer = Api.accepted(RelayDouble.GOOD);
        // When
        var first = Api.asSubmitter().queryParam("limit", 1).when().get("/api/v1/submissions").then().statusCode(200);
        // Then
        first.body("items.submissionId", contains(newer.submissionId().toString()));
        Api.accepted(RelayDouble.GOOD);
        Api.asSubmitter().queryParam("limit", 1).queryParam("after", first.extract().<String> path("next")).when()
                .get("/api/v1/submissions").then().statusCode(200)
                .body("items.submissionId", contains(older.submissionId().toString()));
    }

    @Test
    void submissionsAreFoundByAgentAndState() {
        // Given
        String agent = "agent-" + UUID.randomUUID();
        String request = Api.request(agent, RelayDouble.DOWN);
        String id = Api.post(request).statusCode(202).extract().path("submissionId");
        await().atMost(PATIENCE).until(() -> "rejected".equals(Api.get(UUID.fromString(id), "").extract().path("state")));
        // When
        var rejected = Api.asSubmitter().when().get("/api/v1/submissions?state=rejected&agentId=" + agent).then();
        var published = Api.asSubmitter().when().get("/api/v1/submissions?state=published&agentId=" + agent).then();
        // Then
        rejected.statusCode(200).body("items.submissionId", contains(id)).body("next", nullValue());
        published.statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "?limit=0", "?limit=201", "?after=nonsense", "?after=YX5ifmM", "?state=lost" })
    void aPageThatCannotBeIsRefused(String query) {
        Api.asSubmitter().when().get("/api/v1/submissions" + query).then().statusCode(400)
                .contentType("application/problem+json").body("type", equalTo("urn:touchstone:problem:malformed-parameter"));
    }

    @Test
    void progressThatHasNotChangedIsNotSentAgain() {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        await().atMost(PATIENCE).until(() -> "requested".equals(Api.get(review.submissionId(), "/progress").extract()
                .path("stages[1].status")));
        String tag = Api.get(review.submissionId(), "/progress").extract().header("ETag");
        // When
        var again = Api.asSubmitter().header("If-None-Match", tag).when()
                .get("/api/v1/submissions/" + review.submissionId() + "/progress").then();
        // Then
        again.statusCode(304).header("ETag", tag);
    }

    @Test
    void progressTellsWhenAndWhyInWords() {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        await().atMost(PATIENCE).until(() -> "requested".equals(Api.get(review.submissionId(), "/progress").extract()
                .path("stages[1].status")));
        // When
        var answer = Api.get(review.submissionId(), "/progress");
        // Then
        answer.statusCode(200).body("stages[0].requestedAt", notNullValue()).body("stages[0].durationMillis", notNullValue())
                .body("stages[1].requestedAt", notNullValue()).body("stages[1].startedAt", nullValue())
                .body("statusReason", equalTo("The security gate is about to start: precheck passed"))
                .body("nextStep", startsWith("The functional gate follows"))
                .body("round", equalTo(1)).body("rounds.round", contains(1)).body("rounds[0].state", equalTo("in_review"))
                .body("agentReported.advisory", equalTo(true)).body("agentReported.context", anEmptyMap())
                .body("links", allOf(hasKey("self"), hasKey("progress"), hasKey("events"), hasKey("review"), hasKey("card"),
                        hasKey("context"), hasKey("rounds")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "00000000-0000-0000-0000-000000000000", "1-1-1-1-1", "nothing" })
    void whatIsNotThereIsNotFound(String id) {
        Api.asSubmitter().when().get("/api/v1/submissions/" + id).then().statusCode(404)
                .body("type", equalTo("urn:touchstone:problem:not-found"));
        Api.asSubmitter().when().get("/api/v1/submissions/" + id + "/progress").then().statusCode(404);
    }

    @Test
    void theServiceIsReady() {
        given().when().get(ready).then().statusCode(200);
    }
}
