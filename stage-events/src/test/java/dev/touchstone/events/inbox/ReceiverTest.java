package dev.touchstone.events.inbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.DeliveryTest;
import dev.touchstone.events.EffectHandler;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.Topics;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.events.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ReceiverTest extends DeliveryTest {

    @Inject
    EffectHandler handler;

    @Test
    void whatFailsForAWhileTakesEffectOnce() {
        // Given
        StageEvent event = Samples.requested(Samples.review(), Stage.JUDGE);
        handler.failsForAWhile(event.submissionId(), 2);
        // When
        bus.send(event);
        // Then
        await().until(() -> effectsOf(event) > 0);
        assertEquals(1, effectsOf(event));
    }

    @Test
    void anEventThatTheHandlerCannotTakeIsSetAsideWithoutItsEffect() {
        // Given
        StageEvent event = Samples.requested(Samples.review(), Stage.JUDGE);
        handler.hasABug(event.submissionId());
        // When
        bus.send(event);
        // Then
        ConsumerRecord<String, byte[]> letter = bus.awaitRecord(Topics.DEAD_LETTER,
                message -> event.submissionId().toString().equals(message.key()));
        assertEquals("the handler failed: IllegalStateException", header(letter, "dead-letter-reason"));
        assertEquals("stage-requests", header(letter, "dead-letter-topic"));
        assertEquals(event.id().toString(), header(letter, "ce_id"));
        assertEquals(0, effectsOf(event));
    }

    @Test
    void aStatementOnATopicOfSomebodyElseIsNotBelieved() {
        // Given
        StageEvent forged = Samples.event(Samples.review(), Stage.HUMAN, 1, 1, new Started());
        // When
        bus.sendRaw(Topics.REQUESTS, forged.submissionId().toString(), StageEventCodec.encode(forged));
        // Then
        ConsumerRecord<String, byte[]> letter = bus.awaitRecord(Topics.DEAD_LETTER,
                message -> forged.submissionId().toString().equals(message.key()));
        assertEquals("a started does not belong on this topic", header(letter, "dead-letter-reason"));
        assertEquals(0, effectsOf(forged));
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
