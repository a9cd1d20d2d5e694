package dev.touchstone.events.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.Topics;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What every Kafka handler must do with a second delivery and with poison. A service's test inherits it for each of its
 * handlers, as a {@code @QuarkusTest} on a real broker, and says only what the handler is and what it leaves behind.
 */
public abstract class RedeliveryKit extends BusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MeterRegistry meters;

    /** The name under which the handler calls the receiver. */
    protected abstract String handler();

    /** An event, of a review of its own, on which the handler acts. */
    protected abstract StageEvent event();

    /** How often the event has taken effect, from the service's own tables. */
    protected abstract long effectsOf(StageEvent event);

    @Test
    void aSecondDeliveryChangesNothing() {
        // Given
        StageEvent event = event();
        bus.send(event);
        await().atMost(PATIENCE).until(() -> effectsOf(event) > 0);
        long effects = effectsOf(event);
        double duplicates = duplicates();
        // When
        bus.send(event);
        // Then
        await().atMost(PATIENCE).until(() -> duplicates() > duplicates);
        assertEquals(effects, effectsOf(event));
    }

    @Test
    void poisonIsSetAsideAndTheNextEventIsDealtWith() {
        // Given
        StageEvent event = event();
        byte[] poison = "{\"not\": \"an event\"}".getBytes(StandardCharsets.UTF_8);
        // When
        bus.sendRaw(Topics.of(event), event.submissionId().toString(), poison);
        bus.send(event);
        // Then
        await().atMost(PATIENCE).until(() -> effectsOf(event) > 0);
        var letter = bus.awaitRecord(Topics.DEAD_LETTER, message -> event.submissionId().toString().equals(message.key())
                && Arrays.equals(poison, message.value()));
        assertNotEquals(null, letter.headers().lastHeader("dead-letter-reason"));
    }

    private double duplicates() {
        var counter = meters.find("touchstone.inbox.duplicates").tag("handler", handler()).counter();
        return counter == null ? 0 : counter.count();
    }
}
