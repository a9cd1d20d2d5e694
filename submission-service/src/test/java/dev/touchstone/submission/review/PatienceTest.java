package dev.touchstone.submission.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.OwnerStatement.Stalled;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.testing.Samples;

class PatienceTest {

    private static final Patience PATIENCE = new Patience(
            Map.of(Stage.SECURITY, new Patience.Limits(Duration.ofMinutes(5), Duration.ofMinutes(60))), Duration.ofHours(6));

    @Test
    void eachWaitForTheSameThingIsTwiceAsLongUpToTheLongest() {
        // When
        List<Long> waits = IntStream.range(0, 9).mapToObj(offers -> new Awaited(Stage.SECURITY, 1, false, offers))
                .map(PATIENCE::wait).map(Duration::toMinutes).toList();
        // Then
        assertEquals(List.of(5L, 10L, 20L, 40L, 80L, 160L, 320L, 360L, 360L), waits);
    }

    @Test
    void theEndIsWaitedForLongerThanTheStart() {
        assertEquals(Duration.ofMinutes(60), PATIENCE.wait(new Awaited(Stage.SECURITY, 1, true, 0)));
    }

    @Test
    void aLimitAboveTheLongestWaitIsKept() {
        // Given
        Patience patience = new Patience(
                Map.of(Stage.JUDGE, new Patience.Limits(Duration.ofMinutes(5), Duration.ofDays(2))), Duration.ofHours(6));
        // Then
        assertEquals(Duration.ofDays(2), patience.wait(new Awaited(Stage.JUDGE, 1, true, 3)));
    }

    @Test
    void nobodyHurriesAPerson() {
        // Given
        Played review = new Played();
        // When
        review.says(Stage.PRECHECK, Told.passed(Stage.PRECHECK)).says(Stage.SECURITY, Told.failed("gate_failed"));
        // Then
        assertEquals(Optional.empty(), Awaited.in(review.state));
        assertThrows(IllegalArgumentException.class, () -> PATIENCE.wait(new Awaited(Stage.HUMAN, 1, false, 0)));
    }

    @Test
    void theSameAttemptIsOfferedAgainAndCountedUntilItStarts() {
        // Given
        Played review = new Played();
        // When
        review.plays(new Move.Stall(Samples.NOON));
        review.plays(new Move.Stall(Samples.NOON.plusSeconds(5)));
        // Then
        assertEquals(List.of("precheck/requested/1", "precheck/stalled/1", "precheck/requested/1", "precheck/stalled/1",
                "precheck/requested/1"), review.toldSoFar());
        assertEquals(new Stalled(Samples.NOON), review.told.get(1).body());
        assertEquals("stalled", review.status(Stage.PRECHECK));
        assertEquals("The precheck was asked for and has not started since " + Samples.NOON + "; it was offered again 2 times",
                Wording.statusReason(review.state));
        assertEquals(Optional.of(new Awaited(Stage.PRECHECK, 1, false, 2)), Awaited.in(review.state));
        // When
        review.says(Stage.PRECHECK, new Started());
        // Then
        assertEquals("running", review.status(Stage.PRECHECK));
        assertEquals(Optional.of(new Awaited(Stage.PRECHECK, 1, true, 0)), Awaited.in(review.state));
    }

    @Test
    void whatStalledIsStillWelcome() {
        // Given
        Played review = new Played();
        review.says(Stage.PRECHECK, new Started()).plays(new Move.Stall(Samples.NOON));
        // When
        review.says(Stage.PRECHECK, Told.passed(Stage.PRECHECK));
        // Then
        assertEquals("completed", review.status(Stage.PRECHECK));
        assertEquals("security/requested/1", Played.named(review.last()));
    }
}
