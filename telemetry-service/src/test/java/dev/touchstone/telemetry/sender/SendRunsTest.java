package dev.touchstone.telemetry.sender;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.RecordStatement.LedgerAppended;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.LlmOverrideApplied;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Rejected;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.Topics;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.outbox.WakeUp;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.ServiceTest;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.LeaseLost;
import dev.touchstone.telemetry.run.Runs;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.ScriptedWandb;
import dev.touchstone.telemetry.wandb.ScriptedWandb.Fault;
import dev.touchstone.telemetry.wandb.ScriptedWandb.StoredRun;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
class SendRunsTest extends ServiceTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    private static final Published PUBLISHED = new Published(URI.create("http://localhost:8080/c"), 82.5, "approved");

    @Inject
    Runs runs;

    @Inject
    Settling settling;

    @Inject
    RunWriter writer;

    @Inject
    WakeUp wakeUp;

    @Inject
    SenderSetup setup;

    private final ReviewRef review = Samples.review();

    @Test
    void aReviewBecomesOneFinishedRun() {
        // When
        say(Samples.requested(review, Stage.PRECHECK), event(Stage.PRECHECK, 2, new Started()),
                event(Stage.SECURITY, 5, completed(0.9)), event(Stage.PUBLISH, 9, PUBLISHED));

        // Then
        StoredRun run = runOf(review);
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
        say(Samples.requested(review, Stage.PRECHECK), event(Stage.PUBLISH, 9, new Rejected(List.of("leak"), "gate failed")));

        // Then
        eventually().until(() -> runOf(review).complete);
        assertEquals(1, runOf(review).exitCode);
        assertTrue(runOf(review).upsert.path("tags").toString().contains("\"rejected\""));
    }

    @Test
    void whatComesAfterTheEndResumesTheRunAndEndsItAgain() {
        // Given
        say(Samples.requested(review, Stage.PRECHECK), event(Stage.PUBLISH, 9, PUBLISHED));
        eventually().until(() -> runOf(review).complete);

        // When
        say(event(Stage.PUBLISH, 10, new LedgerAppended(7, "ab".repeat(32), UUID.randomUUID())));

        // Then
        eventually().until(() -> runOf(review).completions == 2);
        assertEquals(List.of(0L, 1L, 2L), steps(runOf(review)));
        assertEquals(7, ExtendedJson.read(runOf(review).lines().get(2)).path("ledger/index").intValue());
    }

    @Test
    void nothingIsLostWhileWandbIsAway() {
        // Given
        wandb.close();
        say(Samples.requested(review, Stage.PRECHECK), event(Stage.PRECHECK, 2, new Started()));
        RunStateChanged away = state(RunState.CATCHING_UP);
        given().get(ready).then().statusCode(200);
        TestKeys.as(TestKeys.OPERATOR).get("/telemetry/runs/" + review.submissionId()).then()
                .body("state", equalTo("catching-up"))
                .body("reason", equalTo("W&B cannot be reached")).body("linesSent", equalTo(0));

        // When
        wandb = new ScriptedWandb(wandb.url().getPort());
        say(event(Stage.PUBLISH, 9, PUBLISHED));

        // Then
        eventually().until(() -> runOf(review).complete && runOf(review).size() == 3);
        assertEquals(List.of(0L, 1L, 2L), steps(runOf(review)));
        assertEquals("W&B cannot be reached", away.reason());
        state(RunState.ONLINE);
    }

    @Test
    void aLostAnswerDoublesNothing() {
        // Given
        wandb.failNextOf(review.wandbRun().runId(), new Fault.ResetAfterStoring(), new Fault.ResetAfterStoring(),
                ScriptedWandb.status(500), new Fault.Status(429, Map.of("Retry-After", "0.2"), "rate limit exceeded"));

        // When
        say(Samples.requested(review, Stage.PRECHECK), event(Stage.PRECHECK, 2, new Started()),
                event(Stage.PUBLISH, 9, PUBLISHED));

        // Then
        eventually().until(() -> runOf(review).complete && runOf(review).size() == 3);
        assertEquals(List.of(0L, 1L, 2L), steps(runOf(review)));
        assertEquals(List.of(), runOf(review).overwritten);
    }

    @Test
    void aRefusedRunWaitsAndIsTriedAgain() {
        // Given
        wandb.fail(ScriptedWandb.status(403));
        say(Samples.requested(review, Stage.PRECHECK));
        assertEquals("W&B answered 403: scripted", state(RunState.CATCHING_UP).reason());

        // When
        wandb.recover();

        // Then
        eventually().until(() -> runOf(review).size() == 1);
        state(RunState.ONLINE);
    }

    @Test
    void aChangedConfigIsSentWhole() {
        // Given
        say(Samples.requested(review, Stage.PRECHECK));
        eventually().until(() -> runOf(review).size() == 1);

        // When
        say(event(Stage.JUDGE, 5, new LlmOverrideApplied(new LlmSettings(true, "openai", "m2", null, null, null, null))));

        // Then
        eventually().until(() -> runOf(review).upsert.path("config").asText().contains("judge_model"));
        JsonNode config = ExtendedJson.read(runOf(review).upsert.path("config").asText());
        assertEquals("m2", config.path("judge_model").path("value").asText());
        assertEquals("acme", config.path("organization").path("value").asText());
        assertTrue(config.path("_wandb").path("value").has("t"));
    }

    @Test
    void aWaitingRunSaysThatItIsAlive() {
        // When
        say(Samples.requested(review, Stage.PRECHECK));

        // Then
        eventually().until(() -> wandb.seenOf(review.wandbRun().runId()).stream()
                .anyMatch(request -> request.isFileStream() && request.body().isEmpty()));
    }

    @Test
    void aRunOfADeadWriterIsTakenOverWhenItsLeaseRunsOut() {
        // Given
        say(Samples.requested(review, Stage.PRECHECK));
        eventually().until(() -> runOf(review).size() == 1);
        Instant end = Instant.now().plusSeconds(1);
        eventually().until(() -> isLeasedToADeadWriterUntil(end));

        // When
        say(event(Stage.PRECHECK, 2, new Started()), event(Stage.PUBLISH, 9, PUBLISHED));

        // Then
        eventually().until(() -> runOf(review).complete && runOf(review).size() == 3);
        assertEquals(List.of(0L, 1L, 2L), steps(runOf(review)));
        Instant takenOver = wandb.seenOf(review.wandbRun().runId()).stream().filter(SendRunsTest::carriesTheSecondLine)
                .findFirst().orElseThrow().at();
        assertTrue(takenOver.isAfter(end), () -> takenOver + " is before " + end);
    }

    @Test
    void aWriterThatStopsGivesBackWhatItHolds() throws InterruptedException {
        // Given
        say(Samples.requested(review, Stage.PRECHECK));
        eventually().until(() -> runOf(review).size() == 1);
        Sender stopping = new Sender(runs, writer, settling, wakeUp, setup);
        stopping.start(new StartupEvent());
        ClaimedRun held = claimed(stopping.name());

        // When
        stopping.stop(new ShutdownEvent());

        // Then
        say(event(Stage.PRECHECK, 2, new Started()));
        eventually().until(() -> runOf(review).size() == 2);
        assertThrows(LeaseLost.class, () -> settling.settle(held, held.progress()));
    }

    @Test
    void aWriterThatLostItsRunChangesNothing() {
        // Given
        say(Samples.requested(review, Stage.PRECHECK), event(Stage.PUBLISH, 9, PUBLISHED));
        eventually().until(() -> runOf(review).complete);
        ClaimedRun late = claimed("late");
        execute("update wandb_run set fence = fence + 1 where submission_id = $1");

        // Then
        assertThrows(LeaseLost.class, () -> settling.settle(late, Progress.NONE.with(
                new Progress.Standing(RunState.OFFLINE, "late", false))));
        TestKeys.as(TestKeys.OPERATOR).get("/telemetry/runs/" + review.submissionId()).then().body("state", equalTo("online"))
                .body("linesSent", equalTo(2));
        assertEquals(1, told(review).size());
    }

    @Test
    void linesThatSomebodyElseWroteBeforeStayAndOursFollow() {
        // Given
        StoredRun run = runOf(review);
        run.history.put(0L, "{\"loss\":0.5,\"_step\":0}");
        run.history.put(1L, "{\"loss\":0.4,\"_step\":6}");

        // When
        say(Samples.requested(review, Stage.PRECHECK), event(Stage.PUBLISH, 9, PUBLISHED));

        // Then
        eventually().until(() -> run.complete && run.size() == 4);
        assertEquals(List.of(0L, 6L, 7L, 8L), steps(run));
        assertEquals(List.of(), run.overwritten);
    }

    @Test
    void linesThatWandbLostAreSentAgain() {
        // Given
        say(Samples.requested(review, Stage.PRECHECK), event(Stage.PRECHECK, 2, new Started()));
        StoredRun run = runOf(review);
        eventually().until(() -> run.size() == 2);
        run.history.remove(1L);

        // When
        say(event(Stage.PUBLISH, 9, PUBLISHED));

        // Then
        eventually().until(() -> run.complete && run.size() == 3);
        assertEquals(List.of(0L, 1L, 2L), steps(run));
    }

    @Test
    void aSecondSubmissionThatClaimsTheRunIsSetAside() {
        // Given
        say(Samples.requested(review, Stage.PRECHECK));
        eventually().until(() -> runOf(review).size() == 1);
        ReviewRef other = new ReviewRef(UUID.randomUUID(), UUID.randomUUID(), "other", "r1", review.wandbRun());

        // When
        say(Samples.requested(other, Stage.PRECHECK));

        // Then
        bus.awaitRecord(Topics.DEAD_LETTER, letter -> other.submissionId().toString().equals(letter.key()));
        assertEquals(1, runOf(review).size());
        TestKeys.as(TestKeys.OPERATOR).get("/telemetry/runs/" + other.submissionId()).then().statusCode(404);
    }

    private boolean isLeasedToADeadWriterUntil(Instant end) {
        return pool.preparedQuery("update wandb_run set lease_owner = 'dead', fence = fence + 1, lease_until = $2 "
                + "where submission_id = $1 and lease_until is null")
                .execute(Tuple.of(review.submissionId(), end.atOffset(ZoneOffset.UTC))).await().indefinitely().rowCount() == 1;
    }

    private static boolean carriesTheSecondLine(ScriptedWandb.Seen request) {
        JsonNode lines = request.body().path("files").path("wandb-history.jsonl");
        return !lines.isMissingNode() && lines.path("offset").asLong() + lines.path("content").size() > 1;
    }

    /** In one transaction, or the service itself might be quicker. */
    private ClaimedRun claimed(String owner) {
        String due = "update wandb_run set due_at = '2000-01-01', lease_until = null where submission_id = :id";
        return Blocking.inTransaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(due).setParameter("id", review.submissionId()).executeUpdate())
                .chain(() -> runs.claim(owner, Duration.ofSeconds(30)))).orElseThrow();
    }

    private void execute(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(review.submissionId())).await().indefinitely();
    }

    private RunStateChanged state(RunState state) {
        return (RunStateChanged) bus.await(review.submissionId(),
                event -> event.body() instanceof RunStateChanged changed && changed.state() == state).body();
    }

    private void say(StageEvent... events) {
        List.of(events).forEach(bus::send);
    }

    private StageEvent event(Stage stage, long sequence, EventBody body) {
        return Samples.event(review, stage, 1, sequence, body);
    }

    private static Completed completed(double score) {
        return new Completed(JsonNodeFactory.instance.objectNode(), Map.of("score", score), List.of());
    }

    private static List<Long> steps(StoredRun run) {
        return run.lines().stream().map(line -> ExtendedJson.read(line).path("_step").asLong()).toList();
    }
}
