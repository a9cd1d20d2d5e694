package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.RunAliased;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.WandbRun;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.telemetry.wandb.ScriptedWandb;
import dev.touchstone.telemetry.wandb.ScriptedWandb.StoredRun;
import io.quarkus.test.junit.QuarkusTest;

/** W&amp;B never gives the id of a deleted run again: the run goes on under another one, whole. */
@QuarkusTest
class AliasTest extends SendingTest {

    @Test
    void aRunWhoseIdWasDeletedIsKeptUnderAnother() {
        // Given
        run().deleted = true;

        // When
        say(request(), event(Stage.PRECHECK, 2, new Started()), published());

        // Then
        StoredRun other = wandb.run(id() + "-2");
        eventually().until(() -> other.complete && other.size() == 3);
        assertEquals(List.of(0L, 1L, 2L), steps(other));
        assertEquals(3, other.console().size());
        assertEquals(0, run().size());
        StageEvent aliased = bus.await(review.submissionId(), "run_aliased");
        assertEquals(id() + "-2", ((RunAliased) aliased.body()).alias());
        assertEquals(id() + "-2", aliased.review().wandbRun().alias());
        assertTrue(String.valueOf(awaitState(RunState.ONLINE).url()).endsWith("/runs/" + id() + "-2"));
    }

    @Test
    void anIdThatWasDeletedTooIsPassedOver() {
        // Given
        run().deleted = true;
        wandb.run(id() + "-2").deleted = true;

        // When
        say(request());

        // Then
        eventually().until(() -> wandb.run(id() + "-3").size() == 1);
    }

    @Test
    void anIdOfSomebodyElsesRunIsPassedOver() {
        // Given
        run().deleted = true;
        wandb.run(id() + "-2").history.put(0L, "{\"loss\":0.5,\"_step\":0}");

        // When
        say(request());

        // Then
        eventually().until(() -> wandb.run(id() + "-3").size() == 1);
        assertEquals(1, wandb.run(id() + "-2").size());
    }

    @Test
    void eventsThatCarryTheAliasBelongToTheRunOnceEach() {
        // Given
        run().deleted = true;
        say(request());
        StoredRun other = wandb.run(id() + "-2");
        eventually().until(() -> other.size() == 1);
        ReviewRef aliased = new ReviewRef(review.submissionId(), review.workflowRunId(), review.agentId(), review.revision(),
                review.wandbRun().withAlias(id() + "-2"));
        StageEvent started = Samples.event(aliased, Stage.PRECHECK, 1, 2, new Started());

        // When
        say(started, started, Samples.event(aliased, Stage.PUBLISH, 1, 9, PUBLISHED));

        // Then
        eventually().until(() -> other.complete && other.size() == 3);
        assertEquals(List.of(), other.overwritten);
    }

    @Test
    void aRunThatIsDeletedWhileItIsWrittenIsSentAnewWhole() {
        // Given
        say(request(), event(Stage.PRECHECK, 2, new Started()));
        awaitLines(2);
        run().deleted = true;
        wandb.failNextOf(id(), ScriptedWandb.status(404));

        // When
        say(published());

        // Then
        StoredRun other = wandb.run(id() + "-2");
        eventually().until(() -> other.complete && other.size() == 3);
        assertEquals(List.of(0L, 1L, 2L), steps(other));
    }

    @Test
    void twoRunsThatWantOneAliasGetOneEach() {
        // Given
        String stem = UUID.randomUUID().toString().repeat(4).substring(0, 127);
        ReviewRef one = reviewOf(stem + "a");
        ReviewRef two = reviewOf(stem + "b");
        runOf(one).deleted = true;
        runOf(two).deleted = true;

        // When
        say(Samples.requested(one, Stage.PRECHECK), Samples.requested(two, Stage.PRECHECK));

        // Then
        String first = ((RunAliased) bus.await(one.submissionId(), "run_aliased").body()).alias();
        String second = ((RunAliased) bus.await(two.submissionId(), "run_aliased").body()).alias();
        assertNotEquals(first, second);
        eventually().until(() -> wandb.run(first).size() == 1 && wandb.run(second).size() == 1);
    }

    private String id() {
        return review.wandbRun().runId();
    }

    private static ReviewRef reviewOf(String runId) {
        ReviewRef any = Samples.review();
        return new ReviewRef(any.submissionId(), any.workflowRunId(), any.agentId(), any.revision(),
                new WandbRun("acme", "reviews", runId, any.wandbRun().baseUrl()));
    }
}
