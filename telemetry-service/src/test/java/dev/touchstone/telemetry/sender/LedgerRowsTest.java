package dev.touchstone.telemetry.sender;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.LedgerAppended;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.telemetry.wandb.ScriptedWandb;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class LedgerRowsTest extends SendingTest {

    private static final String HASH = "ab".repeat(32);

    private final StageEvent done = event(Stage.SECURITY, 5, completed(0.9));

    private ValidatableResponse rows() {
        return TestKeys.as(TestKeys.SERVICE).get("/telemetry/runs/" + review.submissionId() + "/ledger-rows").then();
    }

    private void told() {
        say(request(), event(Stage.SECURITY, 2, new Started()), done,
                event(Stage.SECURITY, 6, new LedgerAppended(41, HASH, done.id())));
    }

    @Test
    void theRowsAreAsWandbHasThem() {
        // Given
        told();
        awaitLines(4);
        eventually().untilAsserted(() -> rows().body("wandbRun.linesSent", equalTo(4)));
        // When
        run().history.computeIfPresent(3L, (line, text) -> text.replace(HASH, "cd".repeat(32)));
        // Then
        rows().statusCode(200).body("source", equalTo("wandb")).body("reason", nullValue()).body("rows", hasSize(1))
                .body("rows[0].step", equalTo(3)).body("rows[0].index", equalTo(41))
                .body("rows[0].leafHash", equalTo("cd".repeat(32))).body("rows[0].eventId", equalTo(done.id().toString()))
                .body("rows[0].sent", equalTo(true)).body("events", hasSize(3))
                .body("events[2]", equalTo(done.id().toString()))
                .body("wandbRun.runId", equalTo(review.wandbRun().runId()));
    }

    @Test
    void whileWandbIsAwayTheyAreAsRecordedAndThatIsSaid() {
        // Given
        told();
        awaitLines(4);
        eventually().untilAsserted(() -> rows().body("wandbRun.linesSent", equalTo(4)));
        // When
        wandb.fail(ScriptedWandb.status(503));
        // Then
        rows().statusCode(200).body("source", equalTo("recorded")).body("reason", notNullValue())
                .body("rows.leafHash", equalTo(List.of(HASH))).body("rows.sent", equalTo(List.of(true)));
    }

    @Test
    void whatWaitsIsToldAsWaiting() {
        // Given
        wandb.fail(ScriptedWandb.status(503));
        // When
        told();
        // Then
        eventually().untilAsserted(() -> rows().statusCode(200).body("source", equalTo("recorded"))
                .body("rows.sent", equalTo(List.of(false))).body("events", hasSize(3)));
        wandb.recover();
        awaitLines(4);
    }

    @Test
    void itIsForTheHouse() {
        TestKeys.as(TestKeys.SUBMITTER).get("/telemetry/runs/" + review.submissionId() + "/ledger-rows").then().statusCode(403);
        TestKeys.as(TestKeys.AUDITOR).get("/telemetry/runs/" + UUID.randomUUID() + "/ledger-rows").then().statusCode(404);
    }
}
