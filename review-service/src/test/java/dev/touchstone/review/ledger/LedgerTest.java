package dev.touchstone.review.ledger;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.RecordStatement.LedgerAppended;
import dev.touchstone.events.Stage;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.EventBus;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Tables;
import dev.touchstone.review.Talk;
import dev.touchstone.review.ledger.check.Chain;
import dev.touchstone.review.ledger.check.Entry;
import dev.touchstone.review.ledger.check.Hashes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class LedgerTest {

    @Inject
    Talk talk;

    @Inject
    Tables tables;

    @Inject
    EventBus bus;

    @Test
    void theEntriesOfASubmissionAreListedWithTheirHashes() {
        // Given
        Reviews review = new Reviews().passed(Stage.PRECHECK, 1, 1).requested(Stage.SECURITY, 1)
                .gateFailed(Stage.SECURITY, 1);
        talk.tell(review);
        // When
        var answer = as(TestKeys.REVIEWER).get("/review/ledger/" + review.id()).then();
        // Then
        answer.statusCode(200).body("entries", hasSize(3))
                .body("entries.event", equalTo(List.of("completed", "failed", "escalated_to_human")))
                .body("entries[0].stage", equalTo("precheck"))
                .body("entries[0].workflowRunId", equalTo(review.review().workflowRunId().toString()))
                .body("entries[0].wandbRunId", equalTo(review.review().wandbRun().runId()))
                .body("entries[0].artifacts[0].name", equalTo("precheck_summary.json"));
        String text = answer.extract().path("entries[0].entry");
        assertEquals(Hashes.leaf(text), answer.extract().path("entries[0].digest"));
    }

    @Test
    void anAppendedEntryIsTold() {
        // Given
        Reviews review = new Reviews().completed(Stage.SECURITY, 2, 0.9);
        // When
        talk.tell(review);
        // Then
        LedgerAppended told = assertInstanceOf(LedgerAppended.class, bus.await(review.id(), "ledger_appended").body());
        assertEquals(review.last().id(), told.eventId());
        assertEquals(1, tables.count("select count(*) from ledger_entry where index = ? and leaf_hash = ?", told.index(),
                told.leafHash()));
        assertEquals(2, bus.await(review.id(), "ledger_appended").attempt());
    }

    @Test
    void manyReviewsAtOnceMakeOneChainWithoutGaps() {
        // Given
        List<Reviews> reviews = IntStream.range(0, 20)
                .mapToObj(i -> new Reviews().passed(Stage.PRECHECK, 1, 1).judgedManual()).toList();
        // When
        reviews.forEach(review -> review.told().forEach(bus::send));
        reviews.forEach(review -> talk.answer(review.id(), "trust_score_calculated"));
        // Then
        List<Entry> whole = Blocking.inTransaction(() -> Panache.getSession().flatMap(
                session -> session.createSelectionQuery("from LedgerRow order by index", LedgerRow.class).getResultList()))
                .stream().map(row -> new Entry(row.index, row.leafHash, row.entry)).toList();
        assertEquals(List.of(), Chain.verify(whole));
        assertTrue(whole.size() >= 80, "only " + whole.size());
    }

    @ParameterizedTest
    @ValueSource(strings = { "update ledger_entry set entry = '{}'", "delete from ledger_entry", "truncate ledger_entry",
            "update ledger_entry set index = index + 1000 where false" })
    void theDatabaseRefusesToChangeTheLedger(String statement) {
        // When
        SQLException refusal = assertThrows(SQLException.class, () -> tables.execute(statement));
        // Then
        assertTrue(String.valueOf(refusal.getMessage()).contains("The ledger only grows"), refusal.toString());
    }
}
