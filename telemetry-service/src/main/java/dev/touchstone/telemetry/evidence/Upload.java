package dev.touchstone.telemetry.evidence;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.EventDraft.AttemptRef;
import dev.touchstone.telemetry.Attempts;

/**
 * Something that is still to be put into a run.
 *
 * @param id made of the event's id and the name, so that an event brings it once however often it is heard
 */
public record Upload(UUID id, Cause cause, Plan plan, Waiting waiting) {

    /**
     * The event that brought it.
     *
     * @param round the review round of the event
     * @param line of the event in the history
     */
    public record Cause(UUID eventId, UUID round, AttemptRef at, long line) {

        /** Whether the run's summary speaks of the attempt that brought it. */
        public boolean isLatest(Attempts attempts) {
            return attempts.isLatest(at.stage().key(), round, at.attempt());
        }
    }

    /**
     * How long it has been waited for.
     *
     * @param tries that failed, in a row
     * @param since when the first of them was; null where there was none
     */
    public record Waiting(int tries, Instant recordedAt, @Nullable Instant since) {
    }
}
