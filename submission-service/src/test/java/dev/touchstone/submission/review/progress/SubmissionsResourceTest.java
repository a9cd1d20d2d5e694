package dev.touchstone.submission.review.progress;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.net.URI;

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

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Test
    void aSubmissionIsShownAsItWasMade() {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        // When
        var answer = Api.get(review.submissionId(), "");
        // Then
        answer.statusCode(200).body("agentId", equalTo("trip-planner")).body("displayName", equalTo("Trip planner"))
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
        var answer = Api.asSubmitter().queryParam("size", 2).when().get("/api/v1/submissions").then();
        // Then
        answer.statusCode(200).body("items", hasSize(2))
                .body("items.submissionId",
                        contains(newer.submissionId().toString(), older.submissionId().toString()))
                .body("total", greaterThanOrEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = { "?size=0", "?size=201", "?page=-1" })
    void aPageOutOfRangeIsRefused(String query) {
        Api.asSubmitter().when().get("/api/v1/submissions" + query).then().statusCode(400)
                .contentType("application/problem+json");
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
