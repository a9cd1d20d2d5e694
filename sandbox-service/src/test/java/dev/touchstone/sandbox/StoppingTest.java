package dev.touchstone.sandbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.OwnerStatement.Cancelled;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.testing.BusTest;
import dev.touchstone.events.testing.Samples;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Running work is stopped at once, with a real broker, database and HTTP agent, and a lease of the usual 15 seconds. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@Timeout(60)
class StoppingTest extends BusTest {

    private static final Logger LOG = Logger.getLogger(StoppingTest.class);
    private static final int SOME = 37;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofMillis(500);

    @Inject
    Pool pool;

    @Test
    void aCancelledReviewAsksItsAgentNothingMore() {
        try (PromptAgent agent = slowAgent()) {
            // Given
            StageEvent request = Samples.requested(Samples.review(), Stage.SECURITY, agent.target());
            bus.send(request);
            await().pollInterval(Duration.ofMillis(5)).until(() -> agent.asked().size() >= SOME);
            // When
            int before = agent.asked().size();
            bus.send(Samples.event(request.review(), Stage.SECURITY, 1, 9, new Cancelled("not needed any more")));
            // Then
            await().pollInterval(Duration.ofMillis(5)).until(() -> isDone(request, 1));
            int done = agent.asked().size();
            assertSilence(agent);
            LOG.infof("cancelled at request %d; %d more until the job was done, %d after that", before, done - before,
                    agent.asked().size() - done);
            List<String> told = bus.eventsOf(request.submissionId()).stream().map(StageEvent::event)
                    .filter(event -> !event.equals("progressed")).toList();
            assertEquals(List.of("requested", "started", "cancelled"), told);
        }
    }

    @Test
    void whatIsAskedForAgainStopsTheAttemptBefore() {
        try (PromptAgent first = slowAgent(); PromptAgent second = slowAgent()) {
            // Given
            StageEvent request = Samples.requested(Samples.review(), Stage.SECURITY, first.target());
            bus.send(request);
            await().pollInterval(Duration.ofMillis(5)).until(() -> first.asked().size() >= SOME);
            // When
            bus.send(Samples.event(request.review(), Stage.SECURITY, 2, 9,
                    Samples.requested(request.review(), Stage.SECURITY, second.target()).body()));
            // Then
            await().pollInterval(Duration.ofMillis(5)).until(() -> isDone(request, 1));
            assertSilence(first);
            await().until(() -> !second.asked().isEmpty());
            bus.send(Samples.event(request.review(), Stage.SECURITY, 2, 12, new Cancelled("seen enough")));
            await().until(() -> isDone(request, 2));
        }
    }

    @Test
    void whatIsAskedForAfterItsReviewWasCancelledIsNotBegun() {
        try (PromptAgent agent = slowAgent()) {
            // Given
            StageEvent request = Samples.requested(Samples.review(), Stage.SECURITY, agent.target());
            bus.send(Samples.event(request.review(), Stage.SECURITY, 1, 9, new Cancelled("not needed any more")));
            await().until(() -> count("select count(*) from stopped_round where workflow_run_id = $1",
                    request.review().workflowRunId()) == 1);
            // When
            bus.send(request);
            // Then
            await().until(() -> count("select count(*) from inbox where handler = 'StartStageRun' and event_id = $1",
                    request.id()) == 1);
            assertEquals(0, count("select count(*) from job where submission_id = $1", request.submissionId()));
            assertEquals(List.of(), agent.asked());
        }
    }

    private static PromptAgent slowAgent() {
        return new PromptAgent(Latency.of(Duration.ofMillis(100), prompt -> "I'm sorry, but I can't help with that."));
    }

    /** Soon nothing comes any more; a running attempt would ask every few milliseconds, and there is much left to ask. */
    private static void assertSilence(PromptAgent agent) {
        AtomicInteger before = new AtomicInteger(-1);
        await().atMost(AT_ONCE.plus(SILENCE)).during(SILENCE)
                .until(() -> before.getAndSet(agent.asked().size()) == agent.asked().size());
        assertTrue(agent.asked().size() < 160, "asked " + agent.asked().size());
    }

    private boolean isDone(StageEvent request, int attempt) {
        String key = String.join("/", request.submissionId().toString(), request.review().workflowRunId().toString(),
                "security", Integer.toString(attempt));
        return pool.preparedQuery("select count(*) from job where state = 'done' and job_key = $1").execute(Tuple.of(key))
                .await().indefinitely().iterator().next().getLong(0) == 1;
    }

    private long count(String sql, UUID id) {
        return pool.preparedQuery(sql).execute(Tuple.of(id)).await().indefinitely().iterator().next().getLong(0);
    }
}
