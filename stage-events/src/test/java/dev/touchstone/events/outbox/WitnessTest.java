package dev.touchstone.events.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.DeliveryTest;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class WitnessTest extends DeliveryTest {

    private static final EventDraft DRAFT = EventDraft.of(Samples.review(), Stage.PRECHECK, 1, new Started());

    @Inject
    Outbox outbox;

    @Test
    void whatIsSaidIsSeen() {
        // When
        StageEvent event = inTransaction(() -> outbox.emit(DRAFT));
        // Then
        assertEquals(1, seen(event.id()));
    }

    @Test
    void whatIsTakenBackWasNotSeen() {
        // Given
        AtomicReference<UUID> said = new AtomicReference<>();
        // When
        assertThrows(IllegalStateException.class, () -> inTransaction(() -> outbox.emit(DRAFT).invoke(event -> {
            said.set(event.id());
            throw new IllegalStateException("taken back");
        })));
        // Then
        assertEquals(0, seen(Objects.requireNonNull(said.get())));
    }

    @Test
    void whatIsHeardTwiceIsSeenOnce() {
        // Given
        StageEvent event = Samples.requested(Samples.review(), Stage.FUNCTIONAL);
        StageEvent next = Samples.requested(event.review(), Stage.HUMAN);
        // When
        bus.send(event);
        bus.send(event);
        bus.send(next);
        // Then
        await().until(() -> seen(next.id()) > 0);
        assertEquals(1, seen(event.id()));
    }

    private long seen(UUID eventId) {
        return count("select count(*) from witnessed where event_id = $1", eventId);
    }
}
