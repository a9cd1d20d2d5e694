package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.outbox.WakeUp;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.evidence.Uploading;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.Writers;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;

/** A replica that stops leaves nothing undone that it could do, and nothing that another could not go on with. */
@QuarkusTest
class LeavingTest extends SendingTest {

    @Inject
    Writers writers;

    @Inject
    Wandb servers;

    @Inject
    RunWriter writer;

    @Inject
    Uploading uploading;

    @Inject
    SenderConfig config;

    @Inject
    SenderSetup setup;

    @Inject
    WakeUp wakeUp;

    @Inject
    RequestMeters meters;

    @Test
    void whoLeavesSendsTheLastRowsAndEndsNoRun() throws InterruptedException {
        // Given
        say(request());
        awaitLines(1);
        awaitState(RunState.ONLINE);
        writers.renew("leaving", Duration.ofMinutes(1));
        claimed("leaving");
        say(published());
        eventually().until(() -> lines() == 2);
        ClaimedRun held = claimed("leaving");
        Presence presence = new Presence(writers, config);
        presence.leave();

        // When
        Answer<Progress> answer = new Streaming(runs, uploading, presence, meters).send(held, true,
                servers.server().orElseThrow());

        // Then
        Progress after = (Progress) assertInstanceOf(Accepted.class, answer).value();
        assertEquals(2, run().size());
        assertTrue(run().preempting, "another replica is there");
        assertFalse(run().complete);
        assertNull(after.sent().completedLines());
        settling.settle(held, after.dueAt(setup.clock().instant()));
        writers.resign("leaving");
        wakeUp.wake(Sender.ROWS);
        awaitEndWith(2);
        assertEquals(0, run().exitCode);
    }

    @Test
    void whoStopsHoldsNothingAfterwards() throws InterruptedException {
        // Given
        Presence presence = new Presence(writers, config);
        Advancing advancing = new Advancing(runs, writer, settling, presence);
        Sender stopping = new Sender(runs, advancing, presence, wakeUp, setup);
        stopping.start(new StartupEvent());
        eventually().until(presence::isAlive);
        String owner = presence.owner();

        // When
        stopping.stop(new ShutdownEvent());

        // Then
        assertTrue(advancing.isIdle());
        assertEquals(0, pool.preparedQuery("select count(*) from wandb_writer where owner = $1").execute(Tuple.of(owner))
                .await().indefinitely().iterator().next().getLong(0));
        say(request());
        awaitLines(1);
    }

    private long lines() {
        return pool.preparedQuery("select lines from wandb_run where submission_id = $1")
                .execute(Tuple.of(review.submissionId())).await().indefinitely().iterator().next().getLong(0);
    }
}
