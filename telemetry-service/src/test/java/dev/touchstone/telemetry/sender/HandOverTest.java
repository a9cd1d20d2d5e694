package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.WandbRun;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.telemetry.ServiceTest;
import dev.touchstone.telemetry.evidence.Evident;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.ScriptedWandb.StoredRun;
import dev.touchstone.telemetry.wandb.offline.WandbFileReader.Field;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * A run that was kept offline and can be sent now, or the other way round, with uploads by people in between: in every
 * order that leaves a choice, each row is there once.
 */
@QuarkusTest
class HandOverTest extends ServiceTest {

    private static final String WITHOUT_KEY = "https://attacker.invalid";
    private static final String WITH_KEY = "http://localhost:8090";

    private final ReviewRef review = reviewElsewhere();

    @Test
    void whatSomebodyHasUploadedIsNotSentAgain() {
        // Given
        say(request(), started(2));
        awaitOffline(2);
        upload(archive());

        // When
        become(WITH_KEY);
        say(published(3));

        // Then
        eventually().until(() -> run().complete);
        assertEquals(List.of(0L, 1L, 2L), steps());
        assertEquals(List.of(), run().overwritten);
        assertFalse(wandb.seenOf(runId()).stream().anyMatch(request -> request.isFileStream()
                && request.body().path("files").path("wandb-history.jsonl").path("offset").asLong(9) < 2));
    }

    @Test
    void whatNobodyHasUploadedIsSentWhole() {
        // Given
        say(request(), started(2));
        awaitOffline(2);
        archive();

        // When
        become(WITH_KEY);
        say(published(3));

        // Then
        eventually().until(() -> run().complete && run().size() == 3);
        assertEquals(List.of(0L, 1L, 2L), steps());
    }

    @Test
    void eachOfTwoUploadsIsWhatIsNewAndTheRestIsSent() {
        // Given
        say(request());
        awaitOffline(1);
        upload(archive());
        say(started(2));
        awaitOffline(2);
        upload(archive());

        // When
        become(WITH_KEY);
        say(published(3));

        // Then
        eventually().until(() -> run().complete);
        assertEquals(List.of(0L, 1L, 2L), steps());
    }

    @Test
    void anUploadAfterARunWasOnlineHasOnlyWhatWasNotSent() {
        // Given
        become(WITH_KEY, request());
        eventually().until(() -> run().size() == 1);
        awaitState(RunState.ONLINE);

        // When
        become(WITHOUT_KEY);
        say(started(2));
        awaitOffline(1);
        DownloadedArchive archive = archive();
        upload(archive);
        become(WITH_KEY);
        say(published(3));

        // Then
        assertEquals(List.of(List.of("1")), archive.steps());
        eventually().until(() -> run().complete);
        assertEquals(List.of(0L, 1L, 2L), steps());
        assertEquals(List.of(), run().overwritten);
    }

    @Test
    void anUploadAfterTheRowsWereSentFromHereIsFoundOut() {
        // Given
        say(request(), started(2));
        awaitOffline(2);
        DownloadedArchive late = archive();
        become(WITH_KEY);
        eventually().until(() -> run().size() == 2);
        awaitState(RunState.ONLINE);

        // When
        upload(late);
        become(WITH_KEY, "unsure = true");
        say(started(3));

        // Then
        RunStateChanged told = (RunStateChanged) bus.await(review.submissionId(),
                event -> event.body() instanceof RunStateChanged changed && changed.cause() == RunStateCause.CONFLICT).body();
        assertEquals("another writer has added lines to this run", told.reason());
        assertEquals(4, run().size(), "it is left alone");
    }

    @Test
    void linesOfSomebodyElseBeforeTheUploadStay() {
        // Given
        run().history.put(0L, "{\"loss\":0.5,\"_step\":4}");
        say(request(), started(2));
        awaitOffline(2);
        upload(archive());

        // When
        become(WITH_KEY);
        say(published(3));

        // Then
        eventually().until(() -> run().complete);
        assertEquals(List.of(4L, 0L, 1L, 2L), steps());
        assertEquals(List.of(), run().overwritten);
    }

    @Test
    void asManyLinesOfSomebodyElseAreNotTakenForOurs() {
        // Given
        run().history.put(0L, "{\"loss\":0.5,\"_step\":0}");
        run().history.put(1L, "{\"loss\":0.4,\"_step\":1}");
        say(request(), started(2));
        awaitOffline(2);
        archive();

        // When
        become(WITH_KEY);

        // Then
        eventually().until(() -> run().size() == 4);
        assertEquals(List.of(0L, 1L, 2L, 3L), steps());
        assertEquals(List.of(), run().overwritten);
    }

    @Test
    void anAlertThatWasUploadedIsNotGivenAgain() {
        // Given
        say(request(), gateFailed());
        awaitOffline(2);
        upload(archive());

        // When
        become(WITH_KEY);
        say(published(9));

        // Then
        eventually().until(() -> run().complete);
        assertEquals(1, wandb.storage().alertsOf(runId()).size());
        assertEquals("uploaded with wandb sync", reason());
    }

    @Test
    void anAlertThatNobodyUploadedIsGivenOnce() {
        // Given
        say(request(), gateFailed());
        awaitOffline(2);
        archive();

        // When
        become(WITH_KEY);
        say(published(9));

        // Then
        eventually().until(() -> run().complete);
        assertEquals(1, wandb.storage().alertsOf(runId()).size());
        assertEquals("", reason());
    }

    private String reason() {
        return TestKeys.as(TestKeys.OPERATOR).get("/telemetry/runs/" + review.submissionId()).then().extract()
                .path("uploads.find { it.type == 'alert' }.reason");
    }

    private StageEvent gateFailed() {
        return Evident.gateFailed(review);
    }

    /** As {@code wandb sync} does: appends to the history, with members in an order of its own; the console from line 0. */
    private void upload(DownloadedArchive archive) {
        for (List<List<Field>> log : archive.logs()) {
            long console = 0;
            for (String line : DownloadedArchive.console(log)) {
                run().console.put(console++, "2026-11-01T00:00:00.000000 " + line);
            }
            DownloadedArchive.alerts(log).forEach(title -> wandb.storage().alert(runId(), title));
            for (Map<String, String> row : DownloadedArchive.rows(log)) {
                List<String> keys = new ArrayList<>(row.keySet());
                Collections.reverse(keys);
                run().history.put((long) run().size(), keys.stream().map(key -> ExtendedJson.write(key) + ":" + row.get(key))
                        .collect(Collectors.joining(",", "{", "}")));
            }
        }
    }

    private void become(String baseUrl, StageEvent first) {
        say(first);
        awaitOffline(1);
        become(baseUrl);
    }

    private void become(String baseUrl) {
        become(baseUrl, "tries = 0");
    }

    /** A key cannot come or go while a service runs; that the run is at another W&amp;B is the same to it. */
    private void become(String baseUrl, String besides) {
        eventually().until(() -> pool.preparedQuery("update wandb_run set base_url = $2, due_at = now(), " + besides
                + " where submission_id = $1 and lease_owner is null")
                .execute(Tuple.of(review.submissionId(), baseUrl)).await().indefinitely().rowCount() == 1);
        pool.query("select pg_notify('delivery', 'wandb_row')").execute().await().indefinitely();
    }

    /** Waits until the directories hold all rows, and so many of them were not sent. */
    private void awaitOffline(int lines) {
        eventually().until(() -> pool.preparedQuery("""
                select 1 from wandb_run where submission_id = $1 and state = 'OFFLINE' and offline_lines = lines
                    and lines - sent_lines >= $2""")
                .execute(Tuple.of(review.submissionId(), (long) lines)).await().indefinitely().rowCount() == 1);
    }

    private void awaitState(RunState state) {
        bus.await(review.submissionId(),
                event -> event.body() instanceof RunStateChanged changed && changed.state() == state);
    }

    private DownloadedArchive archive() {
        return DownloadedArchive.of(review.submissionId());
    }

    private StoredRun run() {
        return runOf(review);
    }

    private List<Long> steps() {
        return run().lines().stream().map(line -> ExtendedJson.read(line).path("_step").asLong()).toList();
    }

    private void say(StageEvent... events) {
        List.of(events).forEach(bus::send);
    }

    private StageEvent request() {
        return Samples.requested(review, Stage.PRECHECK);
    }

    private StageEvent started(int sequence) {
        return Samples.event(review, Stage.SECURITY, 1, sequence, new Started());
    }

    private StageEvent published(int sequence) {
        return Samples.event(review, Stage.PUBLISH, 1, sequence,
                new Published(URI.create("http://localhost:8080/c"), null, "approved"));
    }

    private String runId() {
        return review.wandbRun().runId();
    }

    private static ReviewRef reviewElsewhere() {
        UUID submission = UUID.randomUUID();
        return new ReviewRef(submission, UUID.randomUUID(), "trip-planner", "r1",
                new WandbRun("acme", "reviews", "run-" + submission, URI.create(WITHOUT_KEY)));
    }
}
