package dev.touchstone.telemetry.wandb.offline;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.touchstone.telemetry.wandb.RunDescription;

/**
 * The run that a segment belongs to.
 *
 * @param clientVersion the official client that this one claims to be like
 */
public record OfflineRun(Name name, String jobType, Start start, String clientVersion, RunDescription description) {

    /**
     * Which run it is.
     *
     * @param runId letters, digits, hyphens and underscores only
     */
    public record Name(String entity, String project, String runId) {

        /**
         * @throws IllegalArgumentException if the run id is no file name
         */
        public Name {
            if (!runId.matches("[A-Za-z0-9_-]+")) {
                throw new IllegalArgumentException("A run id that is no file name");
            }
        }
    }

    /**
     * Where the segment begins.
     *
     * @param at readers upload the segments of a run in the order of these times, and count the runtime of system metrics
     *        from here: so the time at which the run began, and a little more for each later segment
     * @param host null where that was not said
     * @param step of the first row; 0 for the first segment of a run
     */
    public record Start(Instant at, @Nullable String host, long step) {

        boolean isResumed() {
            return step > 0;
        }
    }
}
