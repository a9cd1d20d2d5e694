package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.telemetry.Outcome;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.Progress.First;
import dev.touchstone.telemetry.Progress.Marks;
import dev.touchstone.telemetry.Progress.Registration;
import dev.touchstone.telemetry.Progress.Sent;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.Standing.Absence;
import dev.touchstone.telemetry.Standing.CatchingUp;
import dev.touchstone.telemetry.Standing.Lateness;
import dev.touchstone.telemetry.Standing.Offline;
import dev.touchstone.telemetry.Standing.Online;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.Backoff;

class ConsequenceTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Times TIMES = new Times(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(3),
            Duration.ofMinutes(2));
    private static final RandomGenerator NEVER_RANDOM = () -> 0;
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(60), NEVER_RANDOM);
    private static final Consequence CONSEQUENCE = new Consequence(TIMES, BACKOFF, Duration.ofMinutes(15));
    private static final RecordedRun RUN = NextStepTest.run(5, 1, null, 60);
    private static final Progress ONLINE = Progress.NONE.with(new Registration("id", "acme", "agents", First.ZERO))
            .with(new Sent(5, 1, null, 0)).with(new Online(Consequence.REACHABLE, BEFORE));

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
        assertEquals(new Online(Consequence.REACHABLE, BEFORE), after.standing());
        assertNull(after.pace().dueAt());
        assertEquals(NOW.plusSeconds(30), after.pace().beatAt());
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
        Progress away = ONLINE.with(new CatchingUp(Lateness.UNREACHABLE, "W&B cannot be reached", BEFORE));

        // Then
        assertEquals(new CatchingUp(Lateness.BEHIND, Consequence.BEHIND, NOW),
                of(Answer.accepted(away.with(new Sent(3, 1, null, 0))), away).standing());
        assertEquals(new Online(Consequence.REACHABLE, NOW), of(Answer.accepted(away), away).standing());
    }

    @Test
    void isNotOnlineAgainBeforeWhatWasKeptOfflineIsSent() {
        // Given
        Progress offline = ONLINE.with(new Offline(Absence.NO_KEY, "no key", BEFORE));

        // Then
        assertEquals(new CatchingUp(Lateness.BEHIND, Consequence.BEHIND, NOW),
                of(Answer.accepted(offline.with(new Sent(3, 1, null, 0))), offline).standing());
        assertEquals(new Online(Consequence.REACHABLE, NOW), of(Answer.accepted(offline), offline).standing());
    }

    @Test
    void makesNoNewsOfOneFailure() {
        // When
        Progress once = of(later(Optional.of(Duration.ofSeconds(5))), ONLINE);
        Progress twice = of(later(Optional.empty()), once);

        // Then
        assertEquals(ONLINE.standing(), once.standing());
        assertEquals(NOW.plusSeconds(5), once.pace().dueAt());
        assertEquals(new CatchingUp(Lateness.UNREACHABLE, "W&B answered 503", NOW), twice.standing());
        assertEquals(NOW.plusSeconds(4), twice.pace().dueAt());
    }

    @Test
    void saysAtOnceThatANewRunCannotBeSent() {
        assertEquals(new CatchingUp(Lateness.UNREACHABLE, "W&B answered 503", NOW),
                of(later(Optional.empty()), Progress.NONE).standing());
    }

    @Test
    void tellsOfAnOutageOnceHoweverManyTriesItTakes() {
        // Given
        Progress away = ONLINE.with(new CatchingUp(Lateness.UNREACHABLE, "W&B cannot be reached", BEFORE));

        // Then
        assertEquals(away.standing(), of(later(Optional.empty()), away).standing());
        assertEquals(new CatchingUp(Lateness.RATE_LIMITED, "rate limit exceeded", NOW),
                of(new Later<>(429, "rate limit exceeded", Optional.empty()), away).standing());
    }

    @Test
    void saysWhyItIsRefused() {
        assertEquals(RunStateCause.KEY_REFUSED, cause(401));
        assertEquals(RunStateCause.NOT_PERMITTED, cause(403));
        assertEquals(RunStateCause.CONFLICT, cause(409));
        assertEquals(RunStateCause.REFUSED, cause(400));
    }

    @Test
    void asksSoonWhatBecameOfARunThatIsGone() {
        // When
        Progress gone = of(new Refused<>(404, "W&B answered 404"), ONLINE);
        Progress still = of(new Refused<>(404, "W&B answered 404"), gone);

        // Then
        assertTrue(gone.marks().unsure());
        assertEquals(NOW.plusSeconds(2), gone.pace().dueAt());
        assertEquals(NOW.plusSeconds(900), still.pace().dueAt());
    }

    @Test
    void parksWhatIsRefusedAndNeverGivesItUp() {
        // When
        Progress after = of(new Refused<>(403, "W&B answered 403"), ONLINE.with(new Sent(2, 1, null, 0)));

        // Then
        assertEquals(new CatchingUp(Lateness.NOT_PERMITTED, "W&B answered 403", NOW), after.standing());
        assertEquals(NOW.plusSeconds(900), after.pace().dueAt());
        assertEquals(2, after.sent().lines());
    }

    @Test
    void hasNothingMoreToDoForAFinishedRun() {
        // Given
        RecordedRun ended = NextStepTest.run(5, 1, Outcome.PUBLISHED, 60);

        // When
        Progress after = CONSEQUENCE.of(Answer.accepted(ONLINE.with(new Sent(5, 1, 5L, 0))),
                NextStepTest.claimed(ended, ONLINE), NOW);

        // Then
        assertNull(after.pace().dueAt());
    }

    @Test
    void waitsItsTurnAndTellsOnlyOfALongWaitForWhatIsNotSent() {
        // Given
        Progress behind = ONLINE.with(new Sent(3, 1, null, 0));

        // Then
        assertEquals(behind.dueAt(NOW.plusSeconds(1)), paced(behind, 1));
        assertEquals(new CatchingUp(Lateness.RATE_LIMITED, Consequence.PACED, NOW), paced(behind, 60).standing());
        assertEquals(ONLINE.standing(), paced(ONLINE, 60).standing());
    }

    @Test
    void saysThatSomebodyPressedStop() {
        // Given
        Progress stopped = ONLINE.with(new Marks(true, false));

        // Then
        assertEquals(new Online(Consequence.STOPPED, BEFORE), of(Answer.accepted(stopped), ONLINE).standing());
    }

    private static Progress of(Answer<Progress> answer, Progress before) {
        return CONSEQUENCE.of(answer, NextStepTest.claimed(RUN, before), NOW);
    }

    private static Progress paced(Progress before, int seconds) {
        return CONSEQUENCE.paced(NextStepTest.claimed(RUN, before), Duration.ofSeconds(seconds), NOW);
    }

    private static RunStateCause cause(int status) {
        return Objects.requireNonNull(of(new Refused<>(status, "no"), ONLINE).standing()).cause();
    }

    private static Later<Progress> later(Optional<Duration> after) {
        return new Later<>(503, "W&B answered 503", after);
    }
}
