package dev.touchstone.events.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.DeliveryTest;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.OwnerStatement.Skipped;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.Topics;
import dev.touchstone.events.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

@QuarkusTest
class OutboxTest extends DeliveryTest {

    @Inject
    Outbox outbox;

    @Inject
    CausalClock clock;

    @Inject
    OutboxRelay relay;

    @Test
    void aCommittedEventIsPublishedWithAllItsHeadersAndLeavesTheOutbox() {
        // Given
        ReviewRef review = Samples.review();
        // When
        StageEvent event = inTransaction(() -> outbox.emit(EventDraft.of(review, Stage.SECURITY, 2, new Started())));
        // Then
        bus.await(review.submissionId(), "started");
        ConsumerRecord<String, byte[]> message = bus.recordsOf(review.submissionId()).getFirst();
        assertEquals(Topics.of(Stage.SECURITY), message.topic());
        assertEquals(event.id().toString(), header(message, "ce_id"));
        assertEquals("/touchstone/stage-events-test", header(message, "ce_source"));
        assertEquals("dev.touchstone.stage.started.v1", header(message, "ce_type"));
        assertEquals(review.submissionId().toString(), header(message, "ce_subject"));
        assertEquals(review.wandbRun().runId(), header(message, "ce_wandbrunid"));
        assertEquals("security", header(message, "ce_stage"));
        assertEquals("2", header(message, "ce_attempt"));
        assertEquals("1", header(message, "ce_sequence"));
        assertEquals("application/json", header(message, "content-type"));
        assertEquals("12.5", header(message, "ce_processcpu"));
        assertEquals(Samples.PROCESS, event.origin().process());
        assertEquals(event, bus.eventsOf(review.submissionId()).getFirst());
        await().until(
                () -> count("select count(*) from outbox where message_key = $1::uuid::text", review.submissionId()) == 0);
    }

    @Test
    void whatIsSaidNamesTheAliasThatItsCauseNamed() {
        // Given
        ReviewRef review = Samples.review().withAlias("run-1-2");
        // When
        StageEvent event = inTransaction(() -> outbox.emit(EventDraft.of(review, Stage.SECURITY, 1, new Started())));
        // Then
        assertEquals(review, event.review());
        assertEquals(event, bus.await(review.submissionId(), "started"));
        assertEquals(review.wandbRun().runId(), header(bus.recordsOf(review.submissionId()).getFirst(), "ce_wandbrunid"));
    }

    @Test
    void whatIsRolledBackIsNeverTold() {
        // Given
        ReviewRef review = Samples.review();
        // When
        assertThrows(IllegalStateException.class,
                () -> inTransaction(() -> outbox.emit(EventDraft.of(review, Stage.SECURITY, 1, new Started()))
                        .chain(() -> Uni.createFrom().<StageEvent> failure(new IllegalStateException("no")))));
        inTransaction(() -> outbox.emit(EventDraft.of(review, Stage.SECURITY, 1, new Progressed(1, 2))));
        // Then
        bus.await(review.submissionId(), "progressed");
        assertEquals(List.of("progressed"), kindsOf(review.submissionId()));
    }

    @Test
    void eventsOfOneReviewAreToldInTheOrderOfTheirSequence() throws InterruptedException {
        // Given
        ReviewRef review = Samples.review();
        long writers = 4;
        int each = 25;
        List<Thread> threads = new ArrayList<>();
        // When
        for (int writer = 0; writer < writers; writer++) {
            threads.add(Thread.ofVirtual().start(() -> IntStream.range(0, each).forEach(i -> inTransaction(
                    () -> outbox.emit(EventDraft.of(review, Stage.SECURITY, 1, new Progressed(i, each)))))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        // Then
        bus.await(review.submissionId(), event -> event.position().sequence() == writers * each);
        List<Long> heard = bus.eventsOf(review.submissionId()).stream().map(event -> event.position().sequence()).distinct()
                .toList();
        assertEquals(LongStream.rangeClosed(1, writers * each).boxed().toList(), heard);
    }

    @Test
    void whatIsSentComesAfterWhatWasSeen() {
        // Given
        ReviewRef review = Samples.review();
        UUID submission = review.submissionId();
        inTransaction(() -> clock.observe(submission, 41));
        // When
        StageEvent event = inTransaction(
                () -> outbox.emit(EventDraft.of(review, Stage.JUDGE, 1, new Skipped("not asked for"))));
        // Then
        assertEquals(42, event.position().sequence());
        assertEquals(Topics.of(Stage.PUBLISH), Topics.of(event));
    }

    @Test
    void whatNoBrokerWouldTakeFailsItsTransaction() {
        // Given
        byte[] huge = new byte[Outbox.LONGEST_PAYLOAD + 1];
        UUID submission = UUID.randomUUID();
        // When
        assertThrows(IllegalArgumentException.class,
                () -> inTransaction(() -> outbox.store(Topics.DEAD_LETTER, submission.toString(), Map.of(), huge)));
        // Then
        assertEquals(0, count("select count(*) from outbox where message_key = $1::uuid::text", submission));
    }

    @Test
    void oneReplicaRelaysAtATime() throws InterruptedException {
        // Given another replica's relay in the middle of its transaction
        var connection = pool.getConnection().await().indefinitely();
        var transaction = connection.begin().await().indefinitely();
        connection.query("select pg_advisory_xact_lock(" + 0x746f756368L + ")").execute().await().indefinitely();
        ReviewRef review = Samples.review();
        inTransaction(() -> outbox.emit(EventDraft.of(review, Stage.SECURITY, 1, new Started())));
        // When
        OutboxRelay.Relayed relayed = relay.relayBatch();
        // Then
        assertEquals(new OutboxRelay.Relayed(0, 0), relayed);
        assertEquals(1, count("select count(*) from outbox where message_key = $1::uuid::text", review.submissionId()));
        transaction.rollback().await().indefinitely();
        connection.close().await().indefinitely();
        relay.relayBatch();
        assertNotNull(bus.await(review.submissionId(), "started"));
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
