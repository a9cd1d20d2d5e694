package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Standing;
import dev.touchstone.telemetry.Standing.Absence;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.LeaseLost;
import dev.touchstone.telemetry.run.Writers;
import dev.touchstone.telemetry.wandb.ScriptedWandb;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;

/** Two replicas never write one run: a claim lasts as long as its owner lives, and not a moment longer. */
@QuarkusTest
class OneWriterTest extends SendingTest {

    @Inject
    Writers writers;

    @Inject
    SenderConfig config;

    @Test
    void aRunOfADeadWriterIsTakenOverWhenItsLeaseRunsOut() {
        // Given
        say(request());
        awaitLines(1);
        writers.renew("dead", Duration.ofSeconds(1));
        Instant silent = Instant.now();
        eventually().until(() -> isHeldByTheDead());

        // When
        say(event(Stage.PRECHECK, 2, new Started()), published());

        // Then
        awaitEndWith(3);
        assertEquals(List.of(0L, 1L, 2L), steps(run()));
        Instant takenOver = wandb.seenOf(review.wandbRun().runId()).stream().filter(OneWriterTest::carriesTheSecondLine)
                .findFirst().orElseThrow().at();
        assertTrue(takenOver.isAfter(silent.plusSeconds(1)), () -> takenOver + " is before " + silent);
    }

    @Test
    void whatIsTakenOverIsComparedWithWhatWandbHas() {
        // Given
        say(request(), event(Stage.PRECHECK, 2, new Started()));
        awaitLines(2);
        int asked = wandb.seenOf(review.wandbRun().runId()).size();

        // When
        eventually().until(() -> isHeldByTheDead());

        // Then
        eventually().until(() -> wandb.seenOf(review.wandbRun().runId()).stream().skip(asked)
                .anyMatch(request -> request.operation().equals("UpsertBucket")));
        assertEquals(List.of(), run().overwritten);
    }

    @Test
    void aWriterThatStopsGivesBackWhatItHolds() {
        // Given
        say(request());
        awaitLines(1);
        writers.renew("stopping", Duration.ofMinutes(10));
        ClaimedRun held = claimed("stopping");

        // When
        writers.resign("stopping");

        // Then
        say(event(Stage.PRECHECK, 2, new Started()));
        awaitLines(2);
        assertThrows(LeaseLost.class, () -> settling.settle(held, held.progress()));
    }

    @Test
    void aWriterThatLostItsRunChangesNothing() {
        // Given
        say(request(), published());
        eventually().until(() -> run().complete);
        ClaimedRun late = claimed("late");
        execute("update wandb_run set fence = fence + 1 where submission_id = $1");
        Progress other = Progress.NONE.with(Standing.cutOffAfter(null, Absence.NO_KEY, "late", Instant.now()));

        // Then
        assertThrows(LeaseLost.class, () -> settling.settle(late, other));
        assertEquals(1, told(review).size());
    }

    @Test
    void aReplicaThatCannotSayThatItLivesStopsBeforeOthersMayBegin() throws InterruptedException {
        // Given
        Presence presence = new Presence(writers, config);
        CountDownLatch stopped = new CountDownLatch(1);
        presence.start(stopped::countDown, () -> {
        });
        eventually().until(presence::isAlive);
        String owner = presence.owner();

        // When
        query("alter table wandb_writer add constraint silenced check (owner <> '" + owner + "') not valid");

        // Then
        assertTrue(stopped.await(20, TimeUnit.SECONDS));
        assertFalse(presence.holds(owner));
        assertTrue(isAliveToOthers(owner), "for the others it lives still");
        eventually().until(presence::isAlive);
        assertNotEquals(owner, presence.owner(), "what was said in the old name counts for nothing");
        query("alter table wandb_writer drop constraint silenced");
        presence.resign();
    }

    private boolean isAliveToOthers(String owner) {
        return pool.preparedQuery("select exists(select from wandb_writer where owner = $1 and until >= now())")
                .execute(Tuple.of(owner)).await().indefinitely().iterator().next().getBoolean(0);
    }

    private void query(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private boolean isHeldByTheDead() {
        return execute("""
                update wandb_run set lease_owner = 'dead', fence = fence + 1
                where submission_id = $1 and lease_owner is null""") == 1;
    }

    private static boolean carriesTheSecondLine(ScriptedWandb.Seen request) {
        JsonNode lines = request.body().path("files").path("wandb-history.jsonl");
        return !lines.isMissingNode() && lines.path("offset").asLong() + lines.path("content").size() > 1;
    }
}
