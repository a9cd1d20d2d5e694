package dev.touchstone.submission.review;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.BusTest;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;

/** Watchdogs with clocks of their own, on the service's database. */
@ServiceTest
class WatchdogTest extends BusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TO_START = Duration.ofMinutes(5);

    @Inject
    StalledReviews reviews;

    @Inject
    Reviews shown;

    @Inject
    WatchdogConfig config;

    @Inject
    MeterRegistry meters;

    /** A watchdog looks at all reviews; those that other tests left open would be offered again and again. */
    @BeforeEach
    void expectNothingOfOtherReviews() {
        Blocking.inTransaction(() -> Panache.getSession().flatMap(
                session -> session.createNativeQuery("update review set awaited_since = null, due_at = null").executeUpdate()));
    }

    @Test
    void whatIsNotTakenUpIsOfferedAgainOnceHoweverManyReplicasLook() throws Exception {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        StageEvent first = requested(review, Stage.SECURITY);
        Instant late = Instant.now().plus(TO_START).plusSeconds(1);
        // When
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var look : replicas.invokeAll(IntStream.range(0, 6).mapToObj(each -> looking(late)).toList())) {
                look.get();
            }
        }
        // Then
        StageEvent stalled = bus.await(review.submissionId(), "stalled");
        assertEquals(Stage.SECURITY, stalled.stage());
        Api.get(review.submissionId(), "/progress").body("state", equalTo("in_review"))
                .body("stages[1].status", equalTo("stalled")).body("stages[1].attempt", equalTo(1))
                .body("statusReason", containsString("The security gate was asked for and has not started since"));
        answer(first, new Started());
        await().atMost(PATIENCE).until(() -> "running".equals(status(review)));
        answer(first, Told.passed(Stage.SECURITY));
        // Nothing comes after what the next stage is told, so what is there now is all.
        requested(review, Stage.FUNCTIONAL);
        assertEquals(1, count(review.submissionId(), "stalled"));
        assertEquals(List.of(1, 1), bus.eventsOf(review.submissionId()).stream()
                .filter(event -> isRequestOf(Stage.SECURITY, event)).map(StageEvent::attempt).toList());
        assertEquals(1, bus.eventsOf(review.submissionId()).stream().filter(event -> isRequestOf(Stage.SECURITY, event))
                .map(event -> event.review().workflowRunId()).distinct().count());
    }

    @Test
    void eachOfferIsFollowedByALongerWait() {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        requested(review, Stage.SECURITY);
        Instant begin = Instant.now();
        // When a watchdog looks every minute for three hours
        IntStream.range(0, 180).forEach(minute -> watchdog(begin.plus(Duration.ofMinutes(minute))).look());
        // Then it has waited 5, 10, 20, 40 and 80 minutes
        ReviewState state = state(review);
        assertEquals(5, stall(state).offers());
        Api.get(review.submissionId(), "/progress").body("statusReason", containsString("it was offered again 5 times"));
    }

    @Test
    void whatStartedIsOfferedAgainOnlyWhenItDoesNotEndInItsTime() {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        StageEvent asked = requested(review, Stage.SECURITY);
        answer(asked, new Started());
        await().atMost(PATIENCE).until(() -> "running".equals(status(review)));
        // When
        watchdog(Instant.now().plus(Duration.ofMinutes(59))).look();
        // Then
        assertEquals("running", status(review));
        // When
        watchdog(Instant.now().plus(Duration.ofMinutes(61))).look();
        // Then
        Api.get(review.submissionId(), "/progress").body("stages[1].status", equalTo("stalled"))
                .body("statusReason", containsString("The security gate has not ended since"));
    }

    @Test
    void aPersonIsNeverHurried() {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        answer(requested(review, Stage.SECURITY), Told.failed("gate_failed"));
        requested(review, Stage.HUMAN);
        // When
        watchdog(Instant.now().plus(Duration.ofDays(300))).look();
        // Then
        Api.get(review.submissionId(), "/progress").body("state", equalTo("awaiting_decision"))
                .body("stages[4].status", equalTo("requested"));
        assertEquals(0, count(review.submissionId(), "stalled"));
    }

    /** Its first request never left, its job was never made: the row alone is enough to begin the review. */
    @Test
    void aReviewWhoseFirstRequestWasLostIsBegunAllTheSame() {
        // Given
        ReviewRef review = Api.accepted(RelayDouble.GOOD);
        StageEvent asked = requested(review, Stage.SECURITY);
        assertEquals(1, forgetJobs(review.submissionId()));
        Blocking.inTransaction(() -> Panache.getSession().flatMap(session -> session
                .createNativeQuery("update review set body = :body, standing = 'in_review' where submission_id = :id")
                .setParameter("body", ReviewJson.write(new Played(review).state)).setParameter("id", review.submissionId())
                .executeUpdate()));
        // When
        watchdog(Instant.now().plus(Duration.ofMinutes(11))).look();
        // Then the precheck is made a job again, is carried out, and the review goes on
        StageEvent again = bus.await(review.submissionId(),
                event -> isRequestOf(Stage.SECURITY, event) && !event.id().equals(asked.id()));
        assertEquals(1, again.attempt());
        assertEquals(1, count(review.submissionId(), "stalled"));
    }

    private Callable<Boolean> looking(Instant at) {
        return () -> {
            watchdog(at).look();
            return true;
        };
    }

    private Watchdog watchdog(Instant at) {
        return new Watchdog(reviews, config, Clock.fixed(at, ZoneOffset.UTC), meters);
    }

    private static int forgetJobs(UUID submission) {
        return Blocking.inTransaction(() -> Panache.getSession().flatMap(session -> session
                .createNativeQuery("delete from job where submission_id = :id").setParameter("id", submission)
                .executeUpdate()));
    }

    private ReviewState state(ReviewRef review) {
        Round latest = Blocking.inTransaction(() -> shown.latest(review.submissionId()));
        return latest.state();
    }

    private static StageLog.Stall stall(ReviewState state) {
        return state.history().log(Stage.SECURITY).map(log -> log.pace().stall()).orElseThrow();
    }

    private static String status(ReviewRef review) {
        return Api.get(review.submissionId(), "/progress").extract().path("stages[1].status");
    }

    private void answer(StageEvent request, EventBody body) {
        bus.send(Samples.event(request.review(), request.stage(), request.attempt(), request.position().sequence() + 5, body));
    }

    private StageEvent requested(ReviewRef review, Stage stage) {
        return bus.await(review.submissionId(), event -> isRequestOf(stage, event));
    }

    private static boolean isRequestOf(Stage stage, StageEvent event) {
        return event.stage() == stage && event.body() instanceof Requested;
    }

    private long count(UUID submission, String name) {
        return bus.eventsOf(submission).stream().filter(event -> event.event().equals(name)).count();
    }
}
