package dev.touchstone.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.telemetry.Standing.Absence;
import dev.touchstone.telemetry.Standing.CatchingUp;
import dev.touchstone.telemetry.Standing.Lateness;
import dev.touchstone.telemetry.Standing.Offline;
import dev.touchstone.telemetry.Standing.Online;

class StandingTest {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

    @Test
    void keepsItsBeginningAndItsWordsThroughOneOutage() {
        // Given
        CatchingUp away = new Online("ok", THEN).late(Lateness.UNREACHABLE, "W&B cannot be reached", THEN);

        // Then
        assertEquals(away, away.late(Lateness.UNREACHABLE, "W&B answered 503", NOW));
        assertEquals(new CatchingUp(Lateness.RATE_LIMITED, "slower", NOW), away.late(Lateness.RATE_LIMITED, "slower", NOW));
    }

    @Test
    void saysAnewWhyItIsRefusedSinceAPersonHasToReadIt() {
        // Given
        CatchingUp refused = new CatchingUp(Lateness.REFUSED, "too large", THEN);

        // Then
        assertEquals(new CatchingUp(Lateness.REFUSED, "no such tag", THEN), refused.late(Lateness.REFUSED, "no such tag", NOW));
    }

    @Test
    void comesBackFromOfflineByCatchingUp() {
        // Given
        Offline offline = new Offline(Absence.NO_KEY, "no key", THEN);

        // Then
        assertEquals(new Online("ok", NOW), offline.late(Lateness.BEHIND, "behind", NOW).caughtUp("ok", NOW));
        assertEquals(new Offline(Absence.NO_KEY, "still none", THEN), offline.cutOff(Absence.NO_KEY, "still none", NOW));
        assertEquals(new Offline(Absence.UNWRITABLE, "full", NOW), offline.cutOff(Absence.UNWRITABLE, "full", NOW));
    }

    @Test
    void namesItsCauseAsTheEventsDo() {
        for (Lateness why : Lateness.values()) {
            assertEquals(why.name(), new CatchingUp(why, "", NOW).cause().name());
        }
        for (Absence why : Absence.values()) {
            assertEquals(why.name(), new Offline(why, "", NOW).cause().name());
        }
        assertEquals(RunStateCause.REACHABLE, new Online("", NOW).cause());
    }
}
