package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.telemetry.Outcome;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.Registration;
import dev.touchstone.telemetry.Progress.Sent;
import dev.touchstone.telemetry.Progress.Standing;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.Backoff;

class ConsequenceTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");
    private static final Times TIMES = new Times(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(3),
            Duration.ofMinutes(2));
    private static final RandomGenerator NEVER_RANDOM = () -> 0;
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(60), NEVER_RANDOM);
    private static final Consequence CONSEQUENCE = new Consequence(TIMES, BACKOFF, Duration.ofMinutes(15));
    private static final RecordedRun RUN = NextStepTest.run(5, 1, null, 60);
    private static final Progress ONLINE = Progress.NONE.with(new Registration("id", "acme", "agents", 0, 0))
            .with(new Sent(5, 1, null, 0)).with(new Standing(RunState.ONLINE, Consequence.REACHABLE, false));

    @Test
    void doublesTheWaitUpToTheLongest() {
        assertEquals(Duration.ofSeconds(2), BACKOFF.after(1));
        assertEquals(Duration.ofSeconds(8), BACKOFF.after(3));
        assertEquals(Duration.ofSeconds(60), BACKOFF.after(50));
    }

    @Test
    void isOnlineAndWaitsForTheNextHeartbeatOnceAllIsSent() {
        // When
        Progress after = of(new Accepted<>(ONLINE, Duration.ZERO), ONLINE);

        // Then
        assertEquals(RunState.ONLINE, after.standing().state());
        assertEquals(NOW.plusSeconds(30), after.pace().dueAt());
        assertEquals(NOW, after.pace().lastSuccessAt());
    }

    @Test
    void goesOnAtTheServersPace() {
        assertEquals(NOW.plusSeconds(4), of(new Accepted<>(ONLINE.with(new Sent(3, 1, null, 0)), Duration.ofSeconds(4)), ONLINE)
                .pace().dueAt());
    }

    @Test
    void isCatchingUpUntilAllThatWaitedIsSent() {
        // Given
        Progress behind = ONLINE.with(new Standing(RunState.CATCHING_UP, "W&B cannot be reached", false));

        // Then
        assertEquals(RunState.CATCHING_UP,
                of(new Accepted<>(behind.with(new Sent(3, 1, null, 0)), Duration.ZERO), behind).standing().state());
        assertEquals(RunState.ONLINE, of(new Accepted<>(behind, Duration.ZERO), behind).standing().state());
    }

    @Test
    void makesNoNewsOfOneFailure() {
        // When
        Progress once = of(later(Optional.of(Duration.ofSeconds(5))), ONLINE);
        Progress twice = of(later(Optional.empty()), once);

        // Then
        assertEquals(RunState.ONLINE, once.standing().state());
        assertEquals(NOW.plusSeconds(5), once.pace().dueAt());
        assertEquals(RunState.CATCHING_UP, twice.standing().state());
        assertEquals("W&B answered 503", twice.standing().reason());
        assertEquals(NOW.plusSeconds(4), twice.pace().dueAt());
    }

    @Test
    void saysAtOnceThatANewRunCannotBeSent() {
        assertEquals(RunState.CATCHING_UP, of(later(Optional.empty()), Progress.NONE).standing().state());
    }

    @Test
    void parksWhatIsRefusedAndNeverGivesItUp() {
        // When
        Progress after = of(new Refused<>(403, "W&B answered 403"), ONLINE.with(new Sent(2, 1, null, 0)));

        // Then
        assertEquals(new Standing(RunState.CATCHING_UP, "W&B answered 403", false), after.standing());
        assertEquals(NOW.plusSeconds(900), after.pace().dueAt());
        assertEquals(2, after.sent().lines());
    }

    @Test
    void hasNothingMoreToDoForAFinishedRun() {
        // Given
        RecordedRun ended = NextStepTest.run(5, 1, Outcome.PUBLISHED, 60);

        // When
        Progress after = CONSEQUENCE.of(Answer.accepted(ONLINE.with(new Sent(5, 1, 5L, 0))), ended, ONLINE, NOW);

        // Then
        assertNull(after.pace().dueAt());
    }

    @Test
    void saysThatSomebodyPressedStop() {
        // Given
        Progress stopped = ONLINE.with(new Standing(RunState.ONLINE, Consequence.REACHABLE, true));

        // Then
        assertEquals(Consequence.STOPPED, of(Answer.accepted(stopped), ONLINE).standing().reason());
    }

    private static Progress of(Answer<Progress> answer, Progress before) {
        return CONSEQUENCE.of(answer, RUN, before, NOW);
    }

    private static Later<Progress> later(Optional<Duration> after) {
        return new Later<>(503, "W&B answered 503", after);
    }
}
