package dev.touchstone.submission.review.progress;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.restassured.response.ValidatableResponse;

@ServiceTest
class ContextResourceTest {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    @ParameterizedTest
    @ValueSource(strings = { MERGE_PATCH, "application/json" })
    void whatAnAgentReportsIsShownAsItsOwnWords(String mediaType) {
        // Given
        UUID id = Api.accepted(RelayDouble.GOOD).submissionId();
        // When
        var answer = patch(TestKeys.SUBMITTER, id, mediaType, "{\"metrics_p50\": 3.5, \"status\": \"ready\"}");
        // Then
        answer.statusCode(200).body("advisory", equalTo(true)).body("context.metrics_p50", equalTo(3.5f))
                .body("reportedBy", equalTo("Sumi Submitter")).body("reportedAt", notNullValue());
        Api.get(id, "/context").statusCode(200).body("context.status", equalTo("ready"));
        Api.get(id, "/progress").statusCode(200).body("agentReported.context.metrics_p50", equalTo(3.5f))
                .body("trustScore", equalTo(null)).body("verdict", equalTo(null));
    }

    @Test
    void nothingIsReportedAtFirst() {
        Api.get(Api.accepted(RelayDouble.GOOD).submissionId(), "/context").statusCode(200).body("context", anEmptyMap());
    }

    @Test
    void ofManyPatchesAtATimeNoneIsLost() throws Exception {
        // Given
        UUID id = Api.accepted(RelayDouble.GOOD).submissionId();
        // When
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 30).mapToObj(i -> all.submit(
                    () -> patch(TestKeys.SUBMITTER, id, MERGE_PATCH, "{\"metrics_" + i + "\": " + i + "}").extract()
                            .statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertEquals(200, answer.get());
            }
        }
        // Then
        Api.get(id, "/context").body("context", aMapWithSize(30));
    }

    @Test
    void faultsAreNamedAndNothingIsChanged() {
        // Given
        UUID id = Api.accepted(RelayDouble.GOOD).submissionId();
        // When
        var answer = patch(TestKeys.SUBMITTER, id, MERGE_PATCH,
                "{\"metrics_a\": 1, \"metrics_b\": {}, \"status\": \"idle\", \"x\": 1}");
        // Then
        answer.statusCode(422).body("type", equalTo("urn:touchstone:problem:invalid-request"))
                .body("violations.pointer", hasItems("/metrics_b", "/status", "/x"));
        Api.get(id, "/context").body("context", anEmptyMap());
    }

    @Test
    void anEndedReviewTakesNoMoreReports() {
        try (Timeline ended = Timeline.rejected()) {
            patch(TestKeys.SUBMITTER, ended.id(), MERGE_PATCH, "{\"metrics_a\": 1}").statusCode(409)
                    .body("type", equalTo("urn:touchstone:problem:review-ended")).body("state", equalTo("rejected"));
        }
    }

    @Test
    void onlyItsMakersSpeakForAnAgent() {
        UUID id = Api.accepted(RelayDouble.GOOD).submissionId();
        patch(TestKeys.RIVAL, id, MERGE_PATCH, "{}").statusCode(404);
        patch(TestKeys.REVIEWER, id, MERGE_PATCH, "{}").statusCode(403);
        patch(TestKeys.INSIDER, id, MERGE_PATCH, "{}").statusCode(200);
        Api.as(TestKeys.RIVAL).get("/api/v1/submissions/" + id + "/context").then().statusCode(404);
        Api.as(TestKeys.AUDITOR).get("/api/v1/submissions/" + id + "/context").then().statusCode(200);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        UUID id = Api.accepted(RelayDouble.GOOD).submissionId();
        patch(TestKeys.SUBMITTER, id, MERGE_PATCH, "{\"metrics_a\": \"" + "x".repeat(ContextPatch.MOST_BYTES) + "\"}")
                .statusCode(413).body("type", equalTo("urn:touchstone:problem:request-too-large"))
                .body("detail", not(equalTo("")));
    }

    private static ValidatableResponse patch(String key, UUID id, String mediaType, String body) {
        return Api.as(key).contentType(mediaType).body(body.getBytes(StandardCharsets.UTF_8)).when()
                .patch("/api/v1/submissions/" + id + "/context").then();
    }
}
