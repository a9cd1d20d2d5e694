package dev.touchstone.submission.review;

import java.util.Optional;

import dev.touchstone.events.Stage;

/**
 * The attempt that a review waits for, where it does not wait for a person.
 *
 * @param started whether its end is waited for, not its start
 * @param offers how often this wait has ended in vain
 */
record Awaited(Stage stage, int attempt, boolean started, int offers) {

    static Optional<Awaited> in(ReviewState state) {
        return switch (state) {
            case ReviewState.Ended ignored -> Optional.empty();
            case ReviewState.AwaitingDecision ignored -> Optional.empty();
            case ReviewState.Working working -> working.history().log(working.stage()).map(log -> of(working.stage(), log));
        };
    }

    private static Awaited of(Stage stage, StageLog log) {
        StageLog.Stall stall = log.pace().stall();
        return new Awaited(stage, log.attempt(), log.pace().startedAt() != null, stall == null ? 0 : stall.offers());
    }

    /** Whether this is the same wait, however often it has ended in vain. */
    boolean continues(Awaited before) {
        return stage == before.stage && attempt == before.attempt && started == before.started;
    }
}
