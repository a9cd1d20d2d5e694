package dev.touchstone.review.record;

import static dev.touchstone.review.KnownKeys.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Actor;
import dev.touchstone.events.Decision;
import dev.touchstone.events.Origin;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.events.StageStatement.VerdictManual;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.EventBus;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Tables;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class RebuildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Talk talk;

    @Inject
    Tables tables;

    @Inject
    EventBus bus;

    @Inject
    Rebuilds rebuilds;

    @Inject
    ReadModel readModel;

    @Inject
    SetRestore restore;

    private final Reviews review = new Reviews();

    @AfterEach
    void done() {
        restore.until(Optional.empty());
    }

    /** Asked, sent back by a person, asked again and decided, by way of the service itself. */
    private void decided() {
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).judgedManual().asked(1, Stage.JUDGE, "the jury disagrees"));
        talk.answer(review.id(), "decision_pending");
        as(TestKeys.OPERATOR).contentType("application/json")
                .body(Map.of("submissionId", review.id(), "stage", "judge", "reason", "once more"))
                .post("/review/retry").then().statusCode(202);
        talk.answer(review.id(), "retry_requested");
        talk.tell(review.later().requested(Stage.JUDGE, 2)
                .tell(Stage.JUDGE, 2, new VerdictManual(60.0, List.of("Jurors still disagree"), 3))
                .completed(Stage.JUDGE, 2, 0.6).asked(2, Stage.JUDGE, "still"));
        await().atMost(PATIENCE).until(() -> talk.count(review.id(), "decision_pending") == 2);
        as(TestKeys.REVIEWER).contentType("application/json")
                .body(Map.of("submissionId", review.id(), "decision", "approved", "notes", "looked at the transcripts"))
                .post("/review/decision").then().statusCode(202);
        await().atMost(PATIENCE).until(() -> tables.count("""
                select count(*) from timeline where submission_id = ? and stage = 'human' and kind = 'completed'""",
                review.id()) == 1);
    }

    private void forget(String... tablesOfTheReview) throws SQLException {
        for (String table : tablesOfTheReview) {
            tables.execute("delete from " + table + " where submission_id = '" + review.id() + "'");
        }
    }

    private String page() {
        String progress = as(TestKeys.AUDITOR).get("/review/progress/" + review.id()).asString();
        return progress + as(TestKeys.AUDITOR).get("/review/ledger/" + review.id()).asString();
    }

    private void assertEqualToItsEvents() {
        as(TestKeys.AUDITOR).get("/review/replay/" + review.id()).then().body("equal", equalTo(true));
    }

    @Test
    void whatTheDatabaseLostOrChangedIsMadeAnewWhileTheServiceRuns() throws SQLException {
        // Given
        decided();
        String before = page();
        forget("artifact_submission", "retry_request", "escalation");
        tables.execute(
                "update review_case set state = 'published', view = replace(view, 'Trip', 'Trap') where submission_id = '"
                        + review.id() + "'");
        // When
        as(TestKeys.OPERATOR).contentType("application/json").body("{}").post("/review/rebuild").then().statusCode(202)
                .body("submissions", greaterThanOrEqualTo(1));
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> as(TestKeys.AUDITOR).get("/review/rebuild").then()
                .body("endedAt", notNullValue()).body("changed", greaterThanOrEqualTo(1)).body("failed", equalTo(0)));
        assertEquals(before, page());
        assertEqualToItsEvents();
        assertEquals(1, tables.count("select count(*) from retry_request where submission_id = ?", review.id()));
        assertEquals(2, tables.count("select count(*) from artifact_submission where submission_id = ?", review.id()));
        assertEquals(2, talk.count(review.id(), "decision_pending"), "nothing is said anew");
    }

    @Test
    void aNulInAPersonsNameIsSpelledOut() throws SQLException {
        // Given
        String ada = "A\u0000da";
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).gateFailed(Stage.SECURITY, 1).asked(1, Stage.SECURITY, "2 got through"));
        talk.answer(review.id(), "decision_pending");
        forget("escalation");
        talk.tell(review.later().tell(Stage.HUMAN, 1, new HumanDecision(Decision.APPROVED, null, ada, Stage.SECURITY)).last());
        StageEvent wish = review.tell(Stage.PRECHECK, 1, new RetryRequested("again", null)).last();
        talk.tell(wish.with(new Origin(wish.id(), wish.origin().source(), wish.origin().occurredAt(), Actor.person(ada))));
        // When
        Rebuilt rebuilt = Blocking.inTransaction(() -> readModel.rebuild(review.id()));
        // Then
        assertNotEquals(Rebuilt.FAILED, rebuilt);
        assertEquals(1,
                tables.count("select count(*) from retry_request where submission_id = ? and requested_by = 'A⟦U+0000⟧da'",
                        review.id()));
        assertEquals(1, tables.count("select count(*) from escalation where submission_id = ? and decided_by = 'A⟦U+0000⟧da'",
                review.id()));
        assertEqualToItsEvents();
    }

    @Test
    void oneRebuildRunsAtATime() {
        // When
        boolean second = Blocking.inTransaction(() -> rebuilds.begin("Ada").chain(() -> rebuilds.begin("Otto")));
        // Then
        assertFalse(second);
        await().atMost(PATIENCE).untilAsserted(
                () -> as(TestKeys.AUDITOR).get("/review/rebuild").then().body("endedAt", notNullValue()));
    }

    @Test
    void aCaseWhoseEventsCannotBeReadStaysAndIsCounted() throws SQLException {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1));
        String before = as(TestKeys.AUDITOR).get("/review/progress/" + review.id()).asString();
        tables.execute("update timeline set event = '{}' where kind = 'started' and submission_id = '" + review.id() + "'");
        // When
        Rebuilt rebuilt = Blocking.inTransaction(() -> readModel.rebuild(review.id()));
        // Then
        assertEquals(Rebuilt.FAILED, rebuilt);
        assertEquals(before, as(TestKeys.AUDITOR).get("/review/progress/" + review.id()).asString());
        forget("timeline");
    }

    /** The database is new but for the ledger; the consumer group begins at the beginning of the topics. */
    @Test
    void anEmptyDatabaseIsFilledFromTheTopicsAndTheLedger() throws SQLException {
        // Given
        decided();
        talk.tell(review.later().published());
        String before = page();
        long said = bus.eventsOf(review.id()).size();
        List<StageEvent> all = bus.eventsOf(review.id()).stream().filter(event -> !event.event().equals("ledger_appended"))
                .collect(Collectors.toMap(StageEvent::id, event -> event, (first, again) -> first, LinkedHashMap::new))
                .values().stream().toList();
        forget("timeline", "review_case", "artifact_submission", "retry_request", "escalation", "causal_clock");
        for (StageEvent event : all) {
            tables.execute("delete from inbox where event_id = '" + event.id() + "'");
        }
        assertNotEquals(before, page());
        restore.until(Optional.of(Instant.now()));
        // When
        all.forEach(bus::send);
        // Then
        await().atMost(PATIENCE).until(() -> tables.count("select count(*) from timeline where submission_id = ?",
                review.id()) == all.size());
        assertEquals(before, page(), "the same case, the same bytes in the ledger");
        assertEqualToItsEvents();
        assertEquals(said + all.size(), bus.eventsOf(review.id()).size(), "nothing is said anew");
    }
}
