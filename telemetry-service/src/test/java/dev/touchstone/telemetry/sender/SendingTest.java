package dev.touchstone.telemetry.sender;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.telemetry.ServiceTest;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.Runs;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.ScriptedWandb.StoredRun;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.vertx.mutiny.sqlclient.Tuple;

/** One review, told to the service as the others would, and what W&amp;B has of it then. */
abstract class SendingTest extends ServiceTest {

    static final Published PUBLISHED = new Published(URI.create("http://localhost:8080/c"), 82.5, "approved");

    @Inject
    Runs runs;

    @Inject
    Settling settling;

    final ReviewRef review = Samples.review();

    void say(StageEvent... events) {
        List.of(events).forEach(bus::send);
    }

    StageEvent event(Stage stage, long sequence, EventBody body) {
        return Samples.event(review, stage, 1, sequence, body);
    }

    StageEvent request() {
        return Samples.requested(review, Stage.PRECHECK);
    }

    StageEvent published() {
        return event(Stage.PUBLISH, 9, PUBLISHED);
    }

    StoredRun run() {
        return runOf(review);
    }

    /** Waits until W&amp;B has so many lines. */
    void awaitLines(int lines) {
        eventually().until(() -> run().size() == lines);
    }

    void awaitEndWith(int lines) {
        eventually().until(() -> run().complete && run().size() == lines);
    }

    RunStateChanged awaitState(RunState state) {
        return (RunStateChanged) bus.await(review.submissionId(),
                event -> event.body() instanceof RunStateChanged changed && changed.state() == state).body();
    }

    /** In one transaction, or the service itself might be quicker. */
    ClaimedRun claimed(String owner) {
        String due = "update wandb_run set due_at = '2000-01-01', lease_owner = null where submission_id = :id";
        return Blocking.inTransaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(due).setParameter("id", review.submissionId()).executeUpdate())
                .chain(() -> runs.claim(owner))).orElseThrow();
    }

    int execute(String sql) {
        return pool.preparedQuery(sql).execute(Tuple.of(review.submissionId())).await().indefinitely().rowCount();
    }

    static Completed completed(double score) {
        return new Completed(JsonNodeFactory.instance.objectNode(), Map.of("score", score), List.of());
    }

    static List<Long> steps(StoredRun run) {
        return run.lines().stream().map(line -> ExtendedJson.read(line).path("_step").asLong()).toList();
    }
}
