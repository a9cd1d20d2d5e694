package dev.touchstone.telemetry;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.EventDraft.AttemptRef;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.telemetry.wandb.RunDescription;

/**
 * What is durably recorded of a run, whatever W&amp;B knows of it.
 *
 * @param at where the review stood at the last event
 * @param outcome empty while the review goes on
 */
public record RecordedRun(ReviewRef review, AttemptRef at, History history, Page page, Optional<Outcome> outcome) {

    /**
     * The rows.
     *
     * @param lines how many; they are numbered from 0 without gaps
     */
    public record History(long lines, Instant startedAt, Instant lastRowAt) {
    }

    /**
     * What the run's page shows besides the history.
     *
     * @param version of the description; rises from 1 with each change
     * @param summary by key
     * @param attempts of which it speaks
     */
    public record Page(RunDescription description, long version, Map<String, JsonNode> summary, Attempts attempts) {

        public Page {
            summary = Collections.unmodifiableMap(new LinkedHashMap<>(summary));
        }
    }

    /** With more in its summary. */
    public RecordedRun showing(Map<String, JsonNode> more) {
        Map<String, JsonNode> summary = new LinkedHashMap<>(page.summary());
        summary.putAll(more);
        return new RecordedRun(review, at, history, new Page(page.description(), page.version(), summary, page.attempts()),
                outcome);
    }
}
