package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.outbox.WakeUp;
import dev.touchstone.telemetry.MovedClock;
import dev.touchstone.telemetry.WandbConfig;
import dev.touchstone.telemetry.evidence.AlertsConfig;
import dev.touchstone.telemetry.wandb.ScriptedWandb;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** A day without W&amp;B, or without a key, while the review goes on. */
@QuarkusTest
class LongOutageTest extends SendingTest {

    private static final int HOURS = 24;

    @Inject
    MovedClock moved;

    @Inject
    Clock clock;

    @Inject
    WakeUp wakeUp;

    @Inject
    WandbConfig config;

    @Inject
    AlertsConfig alerts;

    @Inject
    SenderConfig pace;

    @Inject
    Presence presence;

    @AfterEach
    void returnToToday() {
        moved.reset();
    }

    @Test
    void aDayWithoutWandbLosesNothingAndIsToldOnce() {
        // Given
        say(request());
        awaitLines(1);
        awaitState(RunState.ONLINE);
        wandb.fail(ScriptedWandb.status(503));

        // When
        for (int hour = 1; hour <= HOURS; hour++) {
            pass(Duration.ofHours(1));
            say(event(Stage.SECURITY, 1 + hour, new Progressed(hour, HOURS)));
            awaitTryAndItsWait(hour + 1);
        }
        wandb.recover();
        pass(Duration.ofHours(1));
        say(event(Stage.PUBLISH, 100, PUBLISHED));

        // Then
        awaitEndWith(HOURS + 2);
        assertEquals(LongStream.range(0, HOURS + 2).boxed().toList(), steps(run()));
        assertEquals(0, run().exitCode);
        assertEquals(List.of(), run().overwritten);
        eventually().until(() -> told(review).size() == 4);
        assertEquals(List.of(RunStateCause.REACHABLE, RunStateCause.UNREACHABLE, RunStateCause.BEHIND,
                RunStateCause.REACHABLE), told(review).stream().map(told -> told.cause()).toList());
    }

    @Test
    void aDayWithoutAKeyIsCaughtUpWhenThereIsOneAgain() {
        // Given
        say(request());
        awaitLines(1);
        awaitState(RunState.ONLINE);

        // When
        restartWith(new Keyless(config));
        awaitState(RunState.OFFLINE);
        pass(Duration.ofHours(HOURS));
        say(event(Stage.SECURITY, 2, new Progressed(1, 1)), event(Stage.PUBLISH, 9, PUBLISHED));
        eventually().until(() -> number("select offline_lines from wandb_run where submission_id = $1") == 3);
        assertEquals(1, run().size());
        restartWith(config);

        // Then
        awaitEndWith(3);
        assertEquals(List.of(0L, 1L, 2L), steps(run()));
        assertEquals(0, run().exitCode);
        assertEquals(List.of(), run().overwritten);
        assertEquals(RunStateCause.NO_KEY, told(review).get(1).cause());
        eventually().until(() -> told(review).getLast().state() == RunState.ONLINE);
    }

    private void pass(Duration span) {
        moved.advance(span);
        wakeUp.wake(Sender.ROWS);
    }

    /** What a start of the service does where its settings have changed. */
    private void restartWith(WandbConfig other) {
        QuarkusMock.installMockForType(
                new Wandb(other, alerts, presence, new Traffic(new SimpleMeterRegistry()), clock), Wandb.class);
        Blocking.inTransaction(() -> runs.wake(true));
        wakeUp.wake(Sender.ROWS);
    }

    private void awaitTryAndItsWait(long lines) {
        eventually().until(() -> number("select lines from wandb_run where submission_id = $1") == lines);
        eventually().until(() -> triedAt().isAfter(clock.instant().minusSeconds(60).atOffset(ZoneOffset.UTC)));
        long wait = number("select extract(epoch from due_at - last_request_at) * 1000 from wandb_run"
                + " where submission_id = $1");
        // When it is not the run's turn in its project then, that comes on top.
        assertTrue(wait <= 2 * pace.longestRetryWait().toMillis() && wait > 0, () -> "waits " + wait + " ms");
    }

    private OffsetDateTime triedAt() {
        return row("select last_request_at from wandb_run where submission_id = $1").getOffsetDateTime(0);
    }

    private long number(String sql) {
        return row(sql).getNumeric(0).longValue();
    }

    private Row row(String sql) {
        return pool.preparedQuery(sql).execute(Tuple.of(review.submissionId())).await().indefinitely().iterator().next();
    }

    /** The same without a key. */
    private record Keyless(WandbConfig with) implements WandbConfig {

        @Override
        public URI baseUrl() {
            return with.baseUrl();
        }

        @Override
        public Optional<URI> apiUrl() {
            return with.apiUrl();
        }

        @Override
        public Optional<String> apiKey() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> identityTokenFile() {
            return Optional.empty();
        }

        @Override
        public Path offlineDirectory() {
            return with.offlineDirectory();
        }

        @Override
        public Duration requestTimeout() {
            return with.requestTimeout();
        }

        @Override
        public Duration connectTimeout() {
            return with.connectTimeout();
        }
    }
}
