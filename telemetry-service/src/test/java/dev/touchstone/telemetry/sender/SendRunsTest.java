package dev.touchstone.telemetry.sender;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.RecordStatement.LedgerAppended;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.RecordStatement.RunStopped;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.LlmOverrideApplied;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.StageStatement.Rejected;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.ScriptedWandb.StoredRun;
import io.quarkus.test.junit.QuarkusTest;

/** A review becomes a run, and stays one. */
@QuarkusTest
class SendRunsTest extends SendingTest {

    @Test
    void aReviewBecomesOneFinishedRun() {
        // When
        say(request(), event(Stage.PRECHECK, 2, new Started()),
                event(Stage.SECURITY, 5, completed(0.9)), published());

        // Then
        StoredRun run = run();
        eventually().until(() -> run.complete && run.size() == 4);
        assertEquals(0, run.exitCode);
        assertEquals(List.of(0L, 1L, 2L, 3L), steps(run));
        assertEquals(List.of(), run.overwritten);
        assertEquals(0.9, ExtendedJson.read(run.summary).path("security/score").doubleValue());
        assertEquals("[\"touchstone\",\"main\",\"published\"]", run.upsert.path("tags").toString());
        assertEquals("trip-planner", run.upsert.path("groupName").asText());
        assertEquals("Trip planner r1", run.upsert.path("displayName").asText());
        JsonNode config = ExtendedJson.read(run.upsert.path("config").asText());
        assertEquals("policy-1", config.path("policy_version").path("value").asText());
        bus.await(review.submissionId(), "run_state_changed");
        assertEquals(List.of(new RunStateChanged(RunState.ONLINE, RunStateCause.REACHABLE, Consequence.REACHABLE,
                review.wandbRun().url())), told(review));
        TestKeys.as(TestKeys.OPERATOR).get("/telemetry/runs/" + review.submissionId()).then().statusCode(200)
                .body("state", equalTo("online"))
                .body("linesStored", equalTo(4)).body("linesSent", equalTo(4)).body("outcome", equalTo("published"))
                .body("wandbRun.url", equalTo(review.wandbRun().url().toString())).body("offlineDirectory", nullValue());
    }

    @Test
    void aRejectedReviewIsAFailedRun() {
        // When
        say(request(), event(Stage.PUBLISH, 9, new Rejected(List.of("leak"), "gate failed")));

        // Then
        eventually().until(() -> run().complete);
        assertEquals(1, run().exitCode);
        assertTrue(run().upsert.path("tags").toString().contains("\"rejected\""));
    }

    @Test
    void whatComesAfterTheEndResumesTheRunAndEndsItAgain() {
        // Given
        say(request(), published());
        eventually().until(() -> run().complete);

        // When
        say(event(Stage.PUBLISH, 10, new LedgerAppended(7, "ab".repeat(32), UUID.randomUUID())));

        // Then
        eventually().until(() -> run().completions == 2);
        assertEquals(List.of(0L, 1L, 2L), steps(run()));
        assertEquals(7, ExtendedJson.read(run().lines().get(2)).path("ledger/index").intValue());
    }

    @Test
    void aChangedConfigIsSentWhole() {
        // Given
        say(request());
        eventually().until(() -> run().size() == 1);

        // When
        say(event(Stage.JUDGE, 5, new LlmOverrideApplied(new LlmSettings(true, "openai", "m2", null, null, null, null))));

        // Then
        eventually().until(() -> run().upsert.path("config").asText().contains("judge_model"));
        JsonNode config = ExtendedJson.read(run().upsert.path("config").asText());
        assertEquals("m2", config.path("judge_model").path("value").asText());
        assertEquals("acme", config.path("organization").path("value").asText());
        assertTrue(config.path("_wandb").path("value").has("t"));
    }

    @Test
    void aWaitingRunSaysThatItIsAlive() {
        // When
        say(request());

        // Then
        eventually().until(() -> wandb.seenOf(review.wandbRun().runId()).stream()
                .anyMatch(request -> request.isFileStream() && request.body().isEmpty()));
    }

    @Test
    void aBurstOfEventsIsAFewRequests() {
        // When
        for (int i = 0; i < 20; i++) {
            say(event(Stage.SECURITY, 2 + i, new Progressed(i, 20)));
        }

        // Then
        awaitLines(20);
        long requests = wandb.seenOf(review.wandbRun().runId()).stream()
                .filter(request -> request.body().path("files").has("wandb-history.jsonl")).count();
        assertTrue(requests <= 10, () -> requests + " requests for 20 rows");
    }

    @Test
    void whoPressesStopIsHeardOnceAndTheReviewGoesOn() {
        // Given
        say(request());
        awaitLines(1);
        run().stopped = true;

        // When
        say(event(Stage.SECURITY, 2, new Started()), published());

        // Then
        awaitEndWith(3);
        bus.await(review.submissionId(), "run_stopped");
        eventually().until(() -> told(review).getLast().reason().equals(Consequence.STOPPED));
        assertEquals(1, bus.eventsOf(review.submissionId()).stream().filter(event -> event.body() instanceof RunStopped)
                .count());
    }

    @Test
    void peopleAreToldWhereTheRunIs() {
        // When
        say(request());
        awaitState(RunState.ONLINE);

        // Then
        assertEquals(Set.of("run", "workspace", "artifacts"),
                bus.await(review.submissionId(), "run_state_changed").evidence().links().keySet());
    }

    @Test
    void figuresAreDrawnAlongTheReview() {
        // When
        say(request());
        awaitLines(1);

        // Then
        JsonNode metrics = ExtendedJson.read(run().upsert.path("config").asText()).path("_wandb").path("value").path("m");
        assertEquals("event/sequence", metrics.path(0).path("1").asText());
        assertEquals("[2,3]", metrics.path(0).path("6").toString(), "hidden");
        JsonNode score = StreamSupport.stream(metrics.spliterator(), false)
                .filter(metric -> metric.path("1").asText().equals("security/score")).findFirst().orElseThrow();
        assertEquals("{\"1\":\"security/score\",\"5\":1,\"6\":[1,3],\"7\":[2,5],\"8\":2}", score.toString());
    }
}
