package dev.touchstone.events.jobs;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.DeliveryTest;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.events.testing.Samples;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
class WorkersTest extends DeliveryTest {

    @Inject
    ScriptedWork work;

    @Inject
    Jobs jobs;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    private final StageEvent request = Samples.requested(Samples.review(), Stage.SECURITY);
    private final UUID submission = request.submissionId();

    @Test
    void aRequestIsStartedWorkedOnAndCompleted() {
        // Given
        work.script(submission, (asked, session) -> completed(asked));
        // When
        bus.send(request);
        // Then
        bus.await(submission, "completed");
        assertEquals(List.of("requested", "started", "completed"), kindsOf(submission));
        assertTrue(isIncreasing(bus.eventsOf(submission).stream().map(event -> event.position().sequence()).toList()));
    }

    @Test
    void theTraceOfARequestGoesOnThroughTheJobAndTheOutbox() {
        // Given
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        work.script(submission, (asked, session) -> completed(asked));
        // When
        bus.sendTraced(request, "00-" + trace + "-00f067aa0ba902b7-01");
        // Then
        bus.await(submission, "completed");
        List<String> traces = bus.recordsOf(submission).stream()
                .map(message -> new String(message.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .map(traceparent -> traceparent.split("-", -1)[1]).toList();
        assertEquals(List.of(trace, trace, trace), traces);
    }

    @Test
    void twoRequestsForOneAttemptAreOneJob() {
        // Given
        StageEvent again = Samples.requested(request.review(), Stage.SECURITY);
        // When
        boolean first = inTransaction(() -> jobs.enqueue(request));
        boolean second = inTransaction(() -> jobs.enqueue(again));
        // Then
        assertTrue(first);
        assertFalse(second);
    }

    @Test
    void aSecondTryGoesOnWhereTheFirstStopped() {
        // Given
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        AtomicInteger tries = new AtomicInteger();
        work.script(submission, (event, session) -> {
            boolean firstTry = tries.incrementAndGet() == 1;
            for (String item : List.of("one", "two", "three")) {
                if (session.stored(item).isEmpty()) {
                    asked.add(item);
                    session.store(item, "answer to " + item);
                }
                if (firstTry && item.equals("two")) {
                    throw new java.io.IOException("the agent hung up");
                }
            }
            return completed(event);
        });
        // When
        bus.send(request);
        // Then
        bus.await(submission, "completed");
        assertEquals(List.of("one", "two", "three"), List.copyOf(asked));
        assertEquals(List.of("requested", "started", "completed"), kindsOf(submission));
    }

    @Test
    void anAttemptThatFailsEveryTryIsReported() {
        // Given
        work.script(submission, (event, session) -> {
            throw new java.io.IOException("the agent hung up");
        });
        // When
        bus.send(request);
        // Then
        StageEvent failed = bus.await(submission, "failed");
        assertEquals("internal_error", assertInstanceOf(Failed.class, failed.body()).reasonCode());
        assertEquals(List.of("requested", "started", "failed"), kindsOf(submission));
    }

    @Test
    void theWorkOfADeadWorkerIsTakenOver() {
        // Given a worker that claims, stores one item and is never heard of again
        Queue<Boolean> found = new ConcurrentLinkedQueue<>();
        CountDownLatch claimable = new CountDownLatch(1);
        work.script(submission, (event, session) -> {
            claimable.await();
            found.add(session.stored("one").isPresent());
            return completed(event);
        });
        Job dead = claimAsAnother();
        session(dead).store("one", "answer");
        // When
        claimable.countDown();
        // Then
        bus.await(submission, "completed");
        assertEquals(List.of(true), List.copyOf(found));
    }

    @Test
    void workThatEndsItsProcessEveryTimeIsReportedAndNotTriedForEver() {
        // Given as many tries as there may be, none of which came back
        inTransaction(() -> jobs.enqueue(request).chain(Panache::getSession).flatMap(session -> session
                .createNativeQuery("update job set state = 'running', lease_until = now() + interval '1 second',"
                        + " fence = 3, tries = 3 where submission_id = :submission")
                .setParameter("submission", submission).executeUpdate()));
        // When its last lease runs out
        StageEvent failed = bus.await(submission, "failed");
        // Then
        assertEquals("internal_error", assertInstanceOf(Failed.class, failed.body()).reasonCode());
        assertEquals(List.of("failed"), kindsOf(submission));
    }

    @Test
    void aRequestThatIsNotReadableAnyMoreIsSetAside() {
        // Given
        inTransaction(() -> jobs.enqueue(request).chain(Panache::getSession).flatMap(session -> session
                .createNativeQuery("update job set request = '\\x7b7d' where submission_id = :submission")
                .setParameter("submission", submission).executeUpdate()));
        // Then
        await().until(() -> count("select count(*) from job where state = 'done' and submission_id = $1", submission) == 1);
        assertEquals(List.of(), kindsOf(submission));
    }

    @Test
    void aWorkerWhoLostItsLeaseCanWriteNothing() {
        // Given
        CountDownLatch end = new CountDownLatch(1);
        work.script(submission, (event, session) -> {
            end.await();
            return completed(event);
        });
        Job lost = claimAsAnother();
        LeasedSession late = session(lost);
        await().until(() -> count("select fence from job where submission_id = $1", submission) > lost.fence());
        // When
        assertThrows(LeaseLost.class, () -> late.store("one", "late"));
        assertThrows(LeaseLost.class, () -> late.tell(EventDraft.after(request, completedBody())));
        assertThrows(LeaseLost.class, () -> late.end(completed(request)));
        end.countDown();
        // Then
        bus.await(submission, "completed");
        assertEquals(0, count("select count(*) from job_checkpoint c join job j on j.id = c.job_id"
                + " where j.submission_id = $1 and item = 'one'", submission));
    }

    @Test
    void progressIsToldAtMostOnceASecond() {
        // Given
        work.script(submission, (event, session) -> {
            for (int done = 1; done <= 50; done++) {
                session.progress(done, 50);
            }
            return completed(event);
        });
        // When
        bus.send(request);
        // Then
        bus.await(submission, "completed");
        long told = kindsOf(submission).stream().filter("progressed"::equals).count();
        assertTrue(told >= 1 && told <= 5, told + " times");
    }

    private static final String CLAIM_AS_ANOTHER = """
            update job set state = 'running', lease_owner = 'another', lease_until = now() + interval '1 second',
                   fence = 1, tries = 1
            where submission_id = :submission""";

    /** In one transaction with the row, so that this service's own workers find it taken. */
    private Job claimAsAnother() {
        inTransaction(() -> jobs.enqueue(request).chain(Panache::getSession).flatMap(session -> session
                .createNativeQuery(CLAIM_AS_ANOTHER).setParameter("submission", submission).executeUpdate()));
        UUID id = pool.preparedQuery("select id from job where submission_id = $1").execute(Tuple.of(submission)).await()
                .indefinitely().iterator().next().getUUID(0);
        return new Job(id, request, null, 1, 1);
    }

    private LeasedSession session(Job job) {
        return new LeasedSession(job, jobs, outbox, clock);
    }

    private static Outcome completed(StageEvent asked) {
        return Outcome.of(EventDraft.after(asked, completedBody()));
    }

    private static Completed completedBody() {
        return new Completed(JsonNodeFactory.instance.objectNode(), Map.of(), List.of());
    }

    private static boolean isIncreasing(List<Long> numbers) {
        return Optional.of(numbers).map(all -> all.equals(all.stream().sorted().distinct().toList())).orElse(false);
    }
}
