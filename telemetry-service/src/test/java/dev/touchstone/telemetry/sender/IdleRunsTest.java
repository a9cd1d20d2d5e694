package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.telemetry.run.IdleRuns;
import dev.touchstone.telemetry.wandb.ScriptedWandb;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;

/** Ten thousand reviews that wait for people must not keep the database busy. */
@QuarkusTest
class IdleRunsTest extends SendingTest {

    private static final int MANY = 200;

    /** Their signs of life are long due. */
    private static final String IDLE = """
            insert into wandb_run (submission_id, workflow_run_id, agent_id, revision, stage, attempt, entity, project, run_id,
                base_url, started_at, description, description_version, summary, lines, last_row_at, turn_sequence,
                storage_id, wandb_entity, wandb_project, sent_lines, sent_description, state, cause, since, beat_at)
            select gen_random_uuid(), gen_random_uuid(), 'a', 'r', 'judge', 1, 'idle', $1, 'run-' || n, 'http://localhost:8090',
                now(), '{}', 1, '{}', 3, now(), 0, 's', 'idle', $1, 3, 1, 'ONLINE', 'REACHABLE', now(),
                '2000-01-01' from generate_series(1, $2) n""";

    @Inject
    IdleRuns idle;

    @Test
    void signsOfLifeOfManyRunsAreStoredAtOnce() {
        // Given
        String project = UUID.randomUUID().toString();

        // When
        pool.preparedQuery(IDLE).execute(Tuple.of(project, MANY)).await().indefinitely();

        // Then
        eventually().until(() -> number("count(*) filter (where beat_at > now())", project) == MANY);
        long transactions = number("count(distinct xmin::text)", project);
        long claims = number("max(fence)", project);
        pool.preparedQuery("delete from wandb_run where project = $1").execute(Tuple.of(project)).await().indefinitely();
        assertTrue(transactions <= 4, () -> transactions + " transactions for " + MANY + " heartbeats");
        assertTrue(claims <= 3, () -> claims + " claims of one run");
    }

    @Test
    void aWaitingRunIsKeptAliveWithoutBeingLookedAtInBetween() {
        // Given
        say(request());
        awaitLines(1);
        awaitState(RunState.ONLINE);
        long fence = fence();

        // When
        eventually().until(() -> heartbeats() >= 3);

        // Then
        long claims = fence() - fence;
        assertTrue(claims <= heartbeats() + 2, () -> claims + " claims for " + heartbeats() + " heartbeats");
        assertEquals(1, told(review).size());
    }

    /** Its next step is due while it is held for the heartbeat: nothing but the end of that tells the sender to look. */
    @Test
    void aRunWhoseHeartbeatIsRefusedIsLookedAfterAtOnce() {
        // Given
        say(request());
        awaitLines(1);
        awaitState(RunState.ONLINE);
        long asked = questions();

        // When
        wandb.failNextOf(review.wandbRun().runId(), ScriptedWandb.status(404));

        // Then
        eventually().until(() -> questions() > asked);
    }

    @Test
    void aFinishedRunCostsNothing() {
        // Given
        say(request(), published());
        eventually().until(() -> run().complete);
        eventually().until(() -> execute("""
                update wandb_run set state = state
                where submission_id = $1 and lease_owner is null and due_at is null and beat_at is null""") == 1);

        // Then
        assertEquals(0, idle.claim("nobody", Instant.parse("1990-01-01T00:00:00Z"), 10).size());
    }

    private long number(String figure, String project) {
        return pool.preparedQuery("select " + figure + " from wandb_run where project = $1").execute(Tuple.of(project)).await()
                .indefinitely().iterator().next().getLong(0);
    }

    private long heartbeats() {
        return wandb.seenOf(review.wandbRun().runId()).stream()
                .filter(request -> request.isFileStream() && request.body().isEmpty()).count();
    }

    /** What is asked of W&amp;B about the run, beside what is written to it. */
    private long questions() {
        return wandb.seenOf(review.wandbRun().runId()).stream().filter(request -> !request.isFileStream()).count();
    }

    private long fence() {
        return pool.preparedQuery("select fence from wandb_run where submission_id = $1")
                .execute(Tuple.of(review.submissionId())).await().indefinitely().iterator().next().getLong(0);
    }
}
