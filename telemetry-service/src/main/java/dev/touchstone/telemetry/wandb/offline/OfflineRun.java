package dev.touchstone.telemetry.wandb.offline;

import java.time.Instant;

import dev.touchstone.telemetry.wandb.RunDescription;

/**
 * The run that a directory holds.
 *
 * @param clientVersion the official client that this one claims to be like
 */
public record OfflineRun(String entity, String project, String runId, String jobType, Instant startedAt,
        String clientVersion, RunDescription description) {
}
