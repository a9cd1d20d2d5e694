package dev.touchstone.telemetry.weave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TraceQueueTest {

    private final TraceQueue queue = new TraceQueue(10);

    @Test
    void whatIsSentFirstIsWhatCameFirst() throws InterruptedException {
        // Given
        queue.offer(new byte[] { 1 });
        queue.offer(new byte[] { 2 });

        // When
        queue.removeFirst();

        // Then
        assertArrayEquals(new byte[] { 2 }, queue.first());
        assertEquals(1, queue.bytes());
    }

    @Test
    void whatThereIsNoRoomForIsTurnedAway() {
        // Given
        queue.offer(new byte[6]);

        // When
        boolean accepted = queue.offer(new byte[5]);

        // Then
        assertFalse(accepted);
        assertTrue(queue.isCrowded());
        assertEquals(6, queue.bytes());
    }

    @Test
    void thereIsRoomAgainWhenTheFirstIsGone() {
        // Given
        queue.offer(new byte[6]);
        queue.offer(new byte[5]);

        // When
        queue.removeFirst();

        // Then
        assertFalse(queue.isCrowded());
        assertTrue(queue.offer(new byte[10]));
    }
}
