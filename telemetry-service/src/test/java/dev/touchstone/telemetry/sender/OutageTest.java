package dev.touchstone.telemetry.sender;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.telemetry.wandb.ScriptedWandb;
import dev.touchstone.telemetry.wandb.ScriptedWandb.Fault;
import io.quarkus.test.junit.QuarkusTest;

/** W&amp;B is away, broken or unwilling: the review goes on, and nothing is lost. */
@QuarkusTest
class OutageTest extends SendingTest {

    @Test
    void nothingIsLostWhileWandbIsAway() {
        // Given
        wandb.close();
        say(request(), event(Stage.PRECHECK, 2, new Started()));
        RunStateChanged away = awaitState(RunState.CATCHING_UP);
        given().get(management("health/ready")).then().statusCode(200);
        TestKeys.as(TestKeys.OPERATOR).get("/telemetry/runs/" + review.submissionId()).then()
                .body("state", equalTo("catching-up"))
                .body("reason", equalTo("W&B cannot be reached")).body("linesSent", equalTo(0));

        // When
        wandb = new ScriptedWandb(wandb.url().getPort());
        say(published());

        // Then
        awaitEndWith(3);
        assertEquals(List.of(0L, 1L, 2L), steps(run()));
        assertEquals("W&B cannot be reached", away.reason());
        awaitState(RunState.ONLINE);
    }

    @Test
    void aLostAnswerDoublesNothing() {
        // Given
        wandb.failNextOf(review.wandbRun().runId(), new Fault.ResetAfterStoring(), new Fault.ResetAfterStoring(),
                ScriptedWandb.status(500), new Fault.Status(429, Map.of("Retry-After", "0.2"), "rate limit exceeded"));

        // When
        say(request(), event(Stage.PRECHECK, 2, new Started()),
                published());

        // Then
        awaitEndWith(3);
        assertEquals(List.of(0L, 1L, 2L), steps(run()));
        assertEquals(List.of(), run().overwritten);
    }

    @Test
    void aRefusedRunWaitsAndIsTriedAgain() {
        // Given
        wandb.fail(ScriptedWandb.status(403));
        say(request());
        assertEquals("W&B answered 403: scripted", awaitState(RunState.CATCHING_UP).reason());

        // When
        wandb.recover();

        // Then
        awaitLines(1);
        awaitState(RunState.ONLINE);
    }
}
