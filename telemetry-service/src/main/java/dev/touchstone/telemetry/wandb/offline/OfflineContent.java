package dev.touchstone.telemetry.wandb.offline;

import java.util.List;
import java.util.OptionalInt;

import dev.touchstone.telemetry.wandb.MetricDefinition;

/**
 * What happened in a segment of a run.
 *
 * @param entries in order; read once for each writing, so that they need not be in memory
 * @param files besides summary, config and metadata
 */
public record OfflineContent(List<MetricDefinition> metrics, Iterable<? extends Entry> entries, List<RunFile> files,
        Ending ending) {

    public OfflineContent {
        metrics = List.copyOf(metrics);
        files = List.copyOf(files);
    }

    /**
     * How the run stands at the end of the segment.
     *
     * @param summary of the whole run, one JSON object: readers derive nothing, and a later one replaces it
     * @param runtimeSeconds since the run began
     * @param exitCode empty if the run goes on after this segment
     */
    public record Ending(String summary, long runtimeSeconds, OptionalInt exitCode) {
    }
}
