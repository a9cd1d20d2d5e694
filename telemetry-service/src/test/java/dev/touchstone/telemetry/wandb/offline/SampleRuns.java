package dev.touchstone.telemetry.wandb.offline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.RunDescription;
import dev.touchstone.telemetry.wandb.RunDescription.Source;
import dev.touchstone.telemetry.wandb.offline.OfflineContent.Ending;

/** Runs as the tests of this package want them. */
final class SampleRuns {

    static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private SampleRuns() {
    }

    static OfflineRun run(String project) {
        return new OfflineRun(new OfflineRun.Name("acme", project, "r1"), "review", new OfflineRun.Start(START, null, 0),
                "0.28.2", new RunDescription("Echo", "echo", "", new Source("https://git.example/a", "abc"),
                        List.of("touchstone"), config()));
    }

    private static Map<String, JsonNode> config() {
        Map<String, JsonNode> config = new LinkedHashMap<>();
        config.put("agent_id", ExtendedJson.node("echo\"\n: {}"));
        config.put("suite", ExtendedJson.node(Map.of("name", "base")));
        return config;
    }

    /** Rows from this step on. */
    static OfflineSegment segment(Instant begun, int firstStep, int rows) {
        List<Entry> entries = new ArrayList<>();
        for (int step = firstStep; step < firstStep + rows; step++) {
            entries.add(new Entry.Row("{\"loss\":0.5,\"_timestamp\":1767225600.0,\"_runtime\":0.0,\"_step\":" + step + "}"));
        }
        return segment(begun, entries, List.of());
    }

    static OfflineSegment segment(Instant begun, List<? extends Entry> entries, List<RunFile> files) {
        return new OfflineSegment(begun, run("agents"),
                new OfflineContent(List.of(), entries, files, new Ending("{\"loss\":0.5}", 1, OptionalInt.of(0))));
    }
}
