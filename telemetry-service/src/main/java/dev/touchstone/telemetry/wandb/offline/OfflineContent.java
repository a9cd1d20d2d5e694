package dev.touchstone.telemetry.wandb.offline;

import java.util.List;
import java.util.OptionalInt;

import dev.touchstone.telemetry.wandb.MetricDefinition;

/**
 * What happened in a run so far.
 *
 * @param lines of the history in order; read once, so that they need not be in memory
 * @param summary the whole summary, one JSON object
 * @param runtimeSeconds since the run began
 * @param exitCode empty as long as the run goes on
 */
public record OfflineContent(List<MetricDefinition> metrics, Iterable<String> lines, String summary, long runtimeSeconds,
        OptionalInt exitCode) {

    public OfflineContent {
        metrics = List.copyOf(metrics);
    }
}
