package dev.touchstone.telemetry.evidence;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.EventDraft.AttemptRef;

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

        /**
         * Whether no newer attempt has taken the place of the one that brought it.
         *
         * @param summary of the run
         */
        public boolean isNewest(Map<String, JsonNode> summary) {
            JsonNode attempt = summary.get(at.stage().key() + "/attempt");
            return attempt != null && attempt.asInt() == at.attempt();
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
