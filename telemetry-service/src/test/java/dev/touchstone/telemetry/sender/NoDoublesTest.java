package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.Topics;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.telemetry.wandb.ScriptedWandb.StoredRun;
import io.quarkus.test.junit.QuarkusTest;

/** Every event is one line, whoever else writes and whatever W&amp;B forgets. */
@QuarkusTest
class NoDoublesTest extends SendingTest {

    @Test
    void linesThatSomebodyElseWroteBeforeStayAndOursFollow() {
        // Given
        StoredRun run = run();
        run.history.put(0L, "{\"loss\":0.5,\"_step\":0}");
        run.history.put(1L, "{\"loss\":0.4,\"_step\":6}");

        // When
        say(request(), published());

        // Then
        eventually().until(() -> run.complete && run.size() == 4);
        assertEquals(List.of(0L, 6L, 7L, 8L), steps(run));
        assertEquals(List.of(), run.overwritten);
    }

    @Test
    void linesThatWandbLostAreSentAgain() {
        // Given
        say(request(), event(Stage.PRECHECK, 2, new Started()));
        StoredRun run = run();
        eventually().until(() -> run.size() == 2);
        run.history.remove(1L);

        // When
        say(published());

        // Then
        eventually().until(() -> run.complete && run.size() == 3);
        assertEquals(List.of(0L, 1L, 2L), steps(run));
    }

    @Test
    void aSecondSubmissionThatClaimsTheRunIsSetAside() {
        // Given
        say(request());
        awaitLines(1);
        ReviewRef other = new ReviewRef(UUID.randomUUID(), UUID.randomUUID(), "other", "r1", review.wandbRun());

        // When
        say(Samples.requested(other, Stage.PRECHECK));

        // Then
        bus.awaitRecord(Topics.DEAD_LETTER, letter -> other.submissionId().toString().equals(letter.key()));
        assertEquals(1, run().size());
        TestKeys.as(TestKeys.OPERATOR).get("/telemetry/runs/" + other.submissionId()).then().statusCode(404);
    }

    @Test
    void linesThatSomebodyWritesMeanwhileAreOverwrittenByOurs() {
        // Given
        say(request());
        awaitLines(1);
        awaitState(RunState.ONLINE);
        run().history.put(1L, "{\"loss\":0.5,\"_step\":1}");

        // When
        say(event(Stage.PRECHECK, 2, new Started()), published());

        // Then
        awaitEndWith(3);
        assertEquals(List.of(0L, 1L, 2L), steps(run()));
        assertEquals(List.of("{\"loss\":0.5,\"_step\":1}"), run().overwritten);
    }

    @Test
    void aRunWithMoreLinesThanWeHaveIsLeftAloneAndSaysSo() {
        // Given
        say(request());
        awaitLines(1);
        awaitState(RunState.ONLINE);
        for (long line = 1; line < 6; line++) {
            run().history.put(line, "{\"theirs\":1,\"_step\":" + line + "}");
        }

        // When
        makeUnsure();
        say(event(Stage.PRECHECK, 2, new Started()));

        // Then
        assertEquals(RunStateCause.CONFLICT, awaitState(RunState.CATCHING_UP).cause());
        assertEquals(6, run().size());
        assertEquals(List.of(), run().overwritten);
    }

    @Test
    void countsThatAreTooLowCauseTheSameLinesAgainAndNothingElse() {
        // Given
        say(request(), event(Stage.PRECHECK, 2, new Started()));
        awaitLines(2);
        awaitState(RunState.ONLINE);
        run().reported = -1;

        // When
        makeUnsure();
        say(published());

        // Then
        awaitEndWith(3);
        assertEquals(List.of(0L, 1L, 2L), steps(run()));
        assertEquals(List.of(), run().overwritten);
    }

    @Test
    void linesThatWandbCountsButHasNotStoredAreNotSentAgain() {
        // Given
        say(request(), event(Stage.PRECHECK, 2, new Started()));
        awaitLines(2);
        awaitState(RunState.ONLINE);
        run().history.remove(1L);
        run().reported = 1;

        // When
        makeUnsure();
        say(published());

        // Then
        eventually().until(() -> run().complete);
        assertEquals(Set.of(0L, 2L), run().history.keySet());
    }

    @Test
    void aDatabaseThatWasSetBackWritesOverNothing() {
        // Given
        say(request(), event(Stage.PRECHECK, 2, new Started()), event(Stage.PRECHECK, 3, completed(1)));
        awaitLines(3);
        awaitState(RunState.ONLINE);
        eventually().until(() -> execute("""
                update wandb_run set lines = 1, sent_lines = 1 where submission_id = $1 and lease_owner is null""") == 1);
        execute("delete from wandb_row where submission_id = $1 and line > 0");
        Blocking.inTransaction(runs::doubt);

        // When
        say(event(Stage.SECURITY, 4, new Started()));

        // Then
        assertEquals(RunStateCause.CONFLICT, awaitState(RunState.CATCHING_UP).cause());
        assertEquals(List.of(), run().overwritten);
    }

    /** As a takeover does. */
    private void makeUnsure() {
        eventually().until(() -> execute(
                "update wandb_run set unsure = true where submission_id = $1 and lease_owner is null") == 1);
    }
}
