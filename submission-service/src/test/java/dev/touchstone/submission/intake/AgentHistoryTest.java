package dev.touchstone.submission.intake;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.Database;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.restassured.http.ContentType;

/** What an agent's past allows, and what it forbids. */
@ServiceTest
class AgentHistoryTest {

    @Test
    void theSameIsNotReviewedTwiceAtATime() {
        // Given
        String request = Api.request(RelayDouble.GOOD);
        String first = Api.post(request).statusCode(202).extract().path("submissionId");
        // When
        var answer = Api.post(Api.with(request, "revision", "\"r2\""));
        // Then
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:duplicate-in-review"))
                .body("duplicateOf", equalTo(first)).body("links.submission", endsWith("/api/v1/submissions/" + first));
    }

    @Test
    void theSameAtTheSameTimeIsReviewedOnce() throws Exception {
        // Given
        String request = Api.request(RelayDouble.GOOD);
        Callable<Integer> post = () -> Api.post(request).extract().statusCode();
        List<Integer> statuses = new ArrayList<>();
        // When
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : clients.invokeAll(Collections.nCopies(20, post))) {
                statuses.add(status.get());
            }
        }
        // Then
        assertEquals(1, Collections.frequency(statuses, 202));
        assertEquals(19, Collections.frequency(statuses, 409));
    }

    @Test
    void whatWasRejectedMayComeAgain() {
        // Given
        String request = Api.request(RelayDouble.DOWN);
        rejected(request);
        // When
        var answer = Api.post(request);
        // Then
        answer.statusCode(202).body("warnings", contains("The card is not signed."));
    }

    @Test
    void anUnchangedSnapshotOfAPublishedRevisionIsTold() {
        // Given
        String request = Api.request(RelayDouble.DOWN);
        Database.publish(rejected(request));
        // When
        var answer = Api.post(Api.with(request, "revision", "\"r2\""));
        // Then
        answer.statusCode(202).body("warnings", hasItem(containsString("Nothing has changed since revision r1")));
    }

    @Test
    void aPublishedRevisionIsNotReplacedByAnother() {
        // Given
        String request = Api.request(RelayDouble.GOOD);
        String first = Api.post(request).statusCode(202).extract().path("submissionId");
        Database.publish(UUID.fromString(first));
        // When
        var answer = Api.post(Api.with(request, "endpointManifest", "null"));
        // Then
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:revision-published"))
                .body("violations.pointer", contains("/revision"))
                .body("links.submission", endsWith("/api/v1/submissions/" + first));
    }

    @Test
    void aRevisionThatIsInReviewWithOtherContentIsTold() {
        // Given
        String request = Api.request(RelayDouble.GOOD);
        String first = Api.post(request).statusCode(202).extract().path("submissionId");
        // When
        var answer = Api.post(Api.with(request, "endpointManifest", "null"));
        // Then
        answer.statusCode(202).body("warnings", hasItem(containsString(first)));
    }

    @Test
    void anAgentBelongsToTheOrganizationThatUsedItFirst() {
        // Given
        String request = Api.with(Api.request(RelayDouble.GOOD), "organization", "null");
        Api.post(request).statusCode(202);
        // When
        var answer = Api.as(TestKeys.RIVAL).contentType(ContentType.JSON).body(request).post("/api/v1/submissions").then();
        // Then nothing tells what the first did with it
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:agent-taken"))
                .body("violations.pointer", contains("/agentId")).body("links", nullValue());
    }

    @Test
    void aRefusedSubmissionTakesNoAgent() {
        // Given
        String agentId = Api.agentId();
        String request = Api.with(Api.request(agentId, RelayDouble.GOOD), "telemetry",
                "{\"wandb\": {\"runId\": \"ci-" + agentId + "\"}}");
        Api.post(Api.inRun("ci-" + agentId, null)).statusCode(202);
        Api.post(request).statusCode(409).body("type", equalTo("urn:touchstone:problem:wandb-run-taken"));
        // When
        var answer = Api.as(TestKeys.RIVAL).contentType(ContentType.JSON)
                .body(Api.with(Api.request(agentId, RelayDouble.GOOD), "organization", "null"))
                .post("/api/v1/submissions").then();
        // Then
        answer.statusCode(202);
    }

    @Test
    void nobodySubmitsInAnothersName() {
        // When
        var answer = Api.post(Api.with(Api.request(RelayDouble.GOOD), "organization",
                "{\"organizationId\": \"" + TestKeys.RIVALS + "\"}"));
        // Then
        answer.statusCode(422).body("violations.pointer", contains("/organization/organizationId"));
    }

    /** What cannot be reached does not pass the precheck. */
    private static UUID rejected(String request) {
        String id = Api.post(request).statusCode(202).extract().path("submissionId");
        UUID submission = UUID.fromString(id);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "rejected".equals(Api.get(submission, "/progress").extract().path("state")));
        return submission;
    }
}
