package dev.touchstone.telemetry.evidence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.EventDraft.AttemptRef;
import dev.touchstone.events.Stage;
import dev.touchstone.telemetry.Attempts;
import dev.touchstone.telemetry.Attempts.Attempt;

class CauseTest {

    private static final UUID FIRST = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("0198c0de-0000-7000-8000-000000000002");

    /** The summary speaks of the second round's first attempt. */
    private static final Attempts ATTEMPTS = new Attempts(Map.of(FIRST, 1L, SECOND, 20L),
            Map.of(Stage.SECURITY.key(), new Attempt(SECOND, 1)));

    @Test
    void whatTheLatestAttemptBroughtIsShown() {
        assertTrue(cause(SECOND, 1).isLatest(ATTEMPTS));
    }

    @Test
    void anAttemptOfTheSameNumberInAnEarlierRoundIsNot() {
        assertFalse(cause(FIRST, 1).isLatest(ATTEMPTS));
    }

    @Test
    void norIsAnotherAttemptOfTheRound() {
        assertFalse(cause(SECOND, 2).isLatest(ATTEMPTS));
    }

    private static Upload.Cause cause(UUID round, int attempt) {
        return new Upload.Cause(UUID.randomUUID(), round, new AttemptRef(Stage.SECURITY, attempt), 3);
    }
}
