package dev.touchstone.events.jobs;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.touchstone.events.DeliveryTest;
import dev.touchstone.events.OwnerStatement.Cancelled;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@Timeout(30)
class StopsTest extends DeliveryTest {

    @Inject
    ScriptedWork work;

    @Inject
    Jobs jobs;

    @Inject
    Stops stops;

    private final StageEvent request = Samples.requested(Samples.review(), Stage.SECURITY);
    private final UUID submission = request.submissionId();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Test
    void theEndOfARoundInterruptsItsWorkWithoutAWord() throws InterruptedException {
        // Given
        workUntilInterrupted();
        // When
        inTransaction(() -> stops.endOfRound(cancelled()));
        // Then
        interrupted.await();
        await().until(() -> count("select count(*) from job where state = 'done' and submission_id = $1", submission) == 1);
        assertEquals(0, count("select count(*) from job_checkpoint c join job on job.id = job_id where submission_id = $1",
                submission));
        assertEquals(List.of("requested", "started"), kindsOf(submission));
    }

    @Test
    void whatIsAskedForAfterTheEndOfItsRoundIsNotBegun() {
        // Given
        inTransaction(() -> stops.endOfRound(cancelled()));
        // When
        boolean begins = inTransaction(() -> jobs.enqueue(request));
        // Then
        assertFalse(begins);
    }

    @Test
    void aFurtherAttemptInterruptsTheOneBefore() throws InterruptedException {
        // Given
        workUntilInterrupted();
        // When
        inTransaction(() -> stops.supersededBy(asked(Stage.SECURITY, 2, 7)));
        // Then
        interrupted.await();
        await().until(() -> count("select count(*) from job where state = 'done' and submission_id = $1", submission) == 1);
    }

    @Test
    void whatIsAskedForLaterSupersedesWhateverWasAskedForBefore() {
        assertTrue(Stops.isGivenUpBy(asked(Stage.SECURITY, 2, 7), asked(Stage.FUNCTIONAL, 1, 5)));
        assertTrue(Stops.isGivenUpBy(asked(Stage.SECURITY, 2, 7), asked(Stage.SECURITY, 1, 5)));
    }

    @Test
    void theSameAttemptOfferedAgainAndARequestThatComesLateSupersedeNothing() {
        assertFalse(Stops.isGivenUpBy(asked(Stage.SECURITY, 1, 7), asked(Stage.SECURITY, 1, 5)));
        assertFalse(Stops.isGivenUpBy(asked(Stage.SECURITY, 1, 5), asked(Stage.SECURITY, 2, 7)));
    }

    private void workUntilInterrupted() throws InterruptedException {
        work.script(submission, (asked, session) -> {
            session.store("one", "answer");
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
            throw new IllegalStateException("nobody ends the wait");
        });
        bus.send(request);
        begun.await();
    }

    private StageEvent asked(Stage stage, int attempt, long sequence) {
        return Samples.event(request.review(), stage, attempt, sequence, request.body());
    }

    private StageEvent cancelled() {
        return Samples.event(request.review(), Stage.SECURITY, 1, 9, new Cancelled("not needed any more"));
    }
}
