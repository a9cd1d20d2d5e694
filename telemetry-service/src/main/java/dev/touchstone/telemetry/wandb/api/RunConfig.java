package dev.touchstone.telemetry.wandb.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.MetricDefinition;
import dev.touchstone.telemetry.wandb.WandbVersions;

/** The config as W&amp;B wants it: each value wrapped, and a {@code _wandb} member with what the client says of itself. */
final class RunConfig {

    /** Field numbers of W&amp;B's telemetry record; without {@code t} a run does not count as one that can be resumed. */
    private static final String CLI_VERSION = "5";
    private static final String PLATFORM = "13";

    /** Field numbers of W&amp;B's metric record. */
    private static final String METRIC_NAME = "1";
    private static final String METRIC_STEP_INDEX = "5";
    private static final String METRIC_OPTIONS = "6";
    private static final String METRIC_SUMMARY = "7";
    private static final int DEFINED_BY_USER = 3;

    private RunConfig() {
    }

    static String encode(Map<String, JsonNode> config, List<MetricDefinition> metrics) {
        Map<String, Object> wrapped = new LinkedHashMap<>();
        config.forEach((key, value) -> wrapped.put(key, Map.of("value", value)));
        wrapped.put("_wandb", Map.of("value", ownWords(metrics)));
        return ExtendedJson.write(wrapped);
    }

    private static Map<String, Object> ownWords(List<MetricDefinition> metrics) {
        Map<String, Object> telemetry = new LinkedHashMap<>();
        telemetry.put(CLI_VERSION, WandbVersions.CLI);
        telemetry.put(PLATFORM, WandbVersions.platform());
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("cli_version", WandbVersions.CLI);
        words.put("t", telemetry);
        words.put("m", metrics(metrics));
        return words;
    }

    private static List<Map<String, Object>> metrics(List<MetricDefinition> metrics) {
        List<String> names = metrics.stream().map(MetricDefinition::name).toList();
        List<Map<String, Object>> entries = new ArrayList<>();
        for (MetricDefinition metric : metrics) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put(METRIC_NAME, metric.name());
            if (metric.step() != null) {
                // Counted from 1, in this same list.
                entry.put(METRIC_STEP_INDEX, names.indexOf(metric.step()) + 1);
            }
            entry.put(METRIC_OPTIONS, List.of(DEFINED_BY_USER));
            entry.put(METRIC_SUMMARY, List.of());
            entries.add(entry);
        }
        return entries;
    }
}
