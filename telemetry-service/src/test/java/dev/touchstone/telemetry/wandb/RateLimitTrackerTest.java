package dev.touchstone.telemetry.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.wandb.RateLimitTracker.Bounds;

/** The facts that W&amp;B's own client is tested by. */
class RateLimitTrackerTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void isAsFastAsItMayBeAsLongAsNothingIsKnown() {
        assertEquals(10, tracker(0, 1).targetPerSecond());
        assertEquals(65_536, RateLimitTracker.of(Bounds.OFFICIAL).targetPerSecond());
    }

    @Test
    void findsTheRateThatUsesUpTheQuotaAtItsEnd() {
        // When
        RateLimitTracker tracker = tracker(0, 1).answered(START, 20, 8).requested().requested()
                .answered(START.plusSeconds(2), 12, 6);

        // Then
        assertEquals(0.5, tracker.targetPerSecond());
    }

    @Test
    void waitsForEnoughRequestsToTell() {
        // When
        RateLimitTracker one = tracker(0, 2).answered(START, 20, 7).requested().answered(START.plusSeconds(1), 15, 6);
        RateLimitTracker two = one.requested().answered(START.plusSeconds(2), 10, 5);
        RateLimitTracker three = two.requested().answered(START.plusSeconds(3), 5, 4);

        // Then
        assertEquals(10, one.targetPerSecond());
        assertEquals(0.4, two.targetPerSecond());
        assertEquals(0.4, three.targetPerSecond());
    }

    @Test
    void comesCloserStepByStepWhereItIsSmoothed() {
        // Given
        RateLimitTracker tracker = RateLimitTracker.of(new Bounds(0.01, 11, 0.5, 1)).answered(START, 50, 10);
        double before = tracker.targetPerSecond();

        // When
        for (int i = 1; i <= 9; i++) {
            tracker = tracker.requested().answered(START.plusSeconds(1), 50 - i * 5, 10 - i);
            double next = tracker.targetPerSecond();
            if (i < 9) {
                assertTrue(next <= before, next + " after " + before);
                before = next;
            }
        }

        // Then
        assertEquals(1.0, before, 0.06);
    }

    @Test
    void tellsNothingFromTheLastSecond() {
        assertEquals(10, tracker(0, 1).answered(START, 6, 2).requested().answered(START.plusSeconds(1), 5, 1)
                .targetPerSecond());
    }

    @Test
    void goesFasterWhereRequestsCostNothing() {
        // Given
        RateLimitTracker slow = tracker(0, 1).answered(START, 15, 6).requested().answered(START.plusSeconds(1), 10, 5);

        // Then
        assertEquals(0.4, slow.targetPerSecond());
        assertEquals(10, slow.requested().answered(START.plusSeconds(2), 10, 4).targetPerSecond());
    }

    @Test
    void goesFasterAfterTheQuotaWasRenewed() {
        // Given
        RateLimitTracker slow = tracker(0, 1).answered(START, 15, 6).requested().requested()
                .answered(START.plusSeconds(1), 10, 5);

        // Then
        assertEquals(0.8, slow.targetPerSecond());
        assertEquals(10, slow.answered(START.plusSeconds(7), 5, 10).targetPerSecond());
    }

    @Test
    void isNeverSlowerThanTheSlowest() {
        assertEquals(0.01, tracker(0, 1).answered(START, 100, 60).requested().answered(START.plusSeconds(1), 0, 59)
                .targetPerSecond());
    }

    private static RateLimitTracker tracker(double smoothing, int fewest) {
        return RateLimitTracker.of(new Bounds(0.01, 10, smoothing, fewest));
    }
}
