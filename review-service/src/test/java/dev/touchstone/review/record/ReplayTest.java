package dev.touchstone.review.record;

import static dev.touchstone.review.KnownKeys.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Tables;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class ReplayTest {

    @Inject
    Talk talk;

    @Inject
    Tables tables;

    private final Reviews review = new Reviews();

    private ValidatableResponse replay() {
        return as(TestKeys.AUDITOR).get("/review/replay/" + review.id()).then().statusCode(200);
    }

    /** To a person's decision, by way of the service itself. */
    private void decided() {
        talk.tell(review.run(RunState.ONLINE, "W&B takes it").passed(Stage.PRECHECK, 1, 1).requested(Stage.SECURITY, 1)
                .gateFailed(Stage.SECURITY, 1).asked(1, Stage.SECURITY, "2 of 40 attacks got through"));
        talk.answer(review.id(), "decision_pending");
        as(TestKeys.REVIEWER).contentType("application/json")
                .body(Map.of("submissionId", review.id(), "decision", "approved", "notes", "looked at the transcripts"))
                .post("/review/decision").then().statusCode(202);
        talk.answer(review.id(), "human_decision");
        // The last of what the decision says: after it nothing writes the case any more.
        await().until(() -> tables.count("""
                select count(*) from timeline where submission_id = ? and stage = 'human' and kind = 'completed'""",
                review.id()) == 1);
    }

    @Test
    void whatIsStoredFollowsFromTheEvents() {
        // Given
        decided();
        talk.tell(review.again().requested(Stage.SECURITY, 2).asked(2, Stage.SECURITY, "once more"));
        talk.tell(new Reviews(review.review()).published());
        // When
        var answer = replay();
        // Then
        answer.body("equal", equalTo(true)).body("state.differences", hasSize(0)).body("ledger.faults", hasSize(0))
                .body("ledger.entries", equalTo((int) tables.count(
                        "select count(*) from ledger_entry where submission_id = ?", review.id())))
                .body("events", equalTo((int) tables.count("select count(*) from timeline where submission_id = ?",
                        review.id())));
        assertEquals(answer.extract().<String> path("state.stored"), answer.extract().<String> path("state.replayed"));
    }

    @Test
    void theOrderInWhichEventsCameDoesNotMatter() {
        // Given
        List<StageEvent> backwards = new ArrayList<>(review.passed(Stage.PRECHECK, 1, 1).judgedManual().told());
        Collections.reverse(backwards);
        // When
        backwards.forEach(talk::tell);
        // Then
        replay().body("equal", equalTo(true));
    }

    @Test
    void whatWasChangedInTheDatabaseIsNamedByItsPlace() throws SQLException {
        // Given
        decided();
        // When
        tables.execute("update review_case set state = 'published', view = replace(view, 'Trip planner', 'Trap planner')"
                + " where submission_id = '" + review.id() + "'");
        tables.execute("update escalation set decided_by = 'Mallory' where submission_id = '" + review.id() + "'");
        // Then
        replay().body("equal", equalTo(false))
                .body("state.differences.pointer", equalTo(List.of("/case/view/subject/agent/displayName",
                        "/case/queue/state", "/questions/0/decidedBy")))
                .body("state.differences[0].stored", equalTo("\"Trap planner\""))
                .body("state.differences[0].replayed", equalTo("\"Trip planner\""))
                .body("ledger.equal", equalTo(true));
    }

    @Test
    void aChangedEventShowsInTheLedger() throws SQLException {
        // Given
        decided();
        // When
        tables.execute("update timeline set event = replace(event, 'looked at', 'made up') where submission_id = '"
                + review.id() + "'");
        tables.execute("delete from timeline where kind = 'escalated_to_human' and submission_id = '" + review.id() + "'");
        // Then
        replay().body("equal", equalTo(false)).body("ledger.equal", equalTo(false))
                .body("ledger.faults.fault", equalTo(List.of("no-event", "other-content")))
                .body("ledger.faults[1].differences.pointer", hasItem("/eventDigest"))
                .body("ledger.faults[1].differences.pointer", hasItem("/notes"))
                .body("ledger.faults[1].differences.pointer", not(hasItem("/decision")));
    }

    @Test
    void whatTheDatabaseLostIsNamed() throws SQLException {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1));
        // When
        tables.execute("delete from review_case where submission_id = '" + review.id() + "'");
        // Then
        replay().body("equal", equalTo(false)).body("state.differences.pointer", equalTo(List.of("/case")))
                .body("state.differences[0].stored", equalTo("null"));
    }

    @Test
    void anAgentsKeysStayOutOfTheAnswer() throws SQLException {
        // Given
        talk.tell(review.at("https://agent.example/a2a?key=pa55").requested(Stage.PRECHECK, 1));
        // When
        tables.execute("update review_case set view = replace(view, 'a2a?key', 'b2b?key') where submission_id = '"
                + review.id() + "'");
        // Then
        replay().body("state.differences[0].stored", equalTo("https://agent.example/b2b?…"))
                .body("state.differences[0].replayed", equalTo("https://agent.example/a2a?…"));
    }

    @Test
    void whatIsNotKnownCannotBeReplayed() {
        as(TestKeys.AUDITOR).get("/review/replay/" + new Reviews().id()).then().statusCode(404)
                .body("type", equalTo("urn:touchstone:problem:unknown-submission"));
    }
}
