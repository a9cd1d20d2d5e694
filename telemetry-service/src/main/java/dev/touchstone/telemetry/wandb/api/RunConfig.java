package dev.touchstone.telemetry.wandb.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.WandbVersions;

/** The config as W&amp;B wants it: each value wrapped, and a {@code _wandb} member with what the client says of itself. */
final class RunConfig {

    private static final String OWN = "_wandb";
    private static final String VALUE = "value";

    /** Field numbers of W&amp;B's telemetry record; without {@code t} a run does not count as one that can be resumed. */
    private static final String CLI_VERSION = "5";
    private static final String PLATFORM = "13";

    /** What people have arranged on the run's page. Whatever else stood there, the client says anew. */
    private static final List<String> ARRANGED = List.of("viz", "visualize", "mask/class_labels");

    private RunConfig() {
    }

    /** W&amp;B replaces the whole, so what a run had that ours does not have is sent again. */
    static String encode(RunUpsert run) {
        Map<String, Object> config = new LinkedHashMap<>();
        run.description().config().forEach((key, value) -> config.put(key, Map.of(VALUE, value)));
        JsonNode before = run.details().before();
        before.properties().forEach(old -> config.putIfAbsent(old.getKey(), old.getValue()));
        config.put(OWN, Map.of(VALUE, ownWords(run, before.path(OWN).path(VALUE))));
        return ExtendedJson.write(config);
    }

    private static Map<String, Object> ownWords(RunUpsert run, JsonNode before) {
        Map<String, Object> telemetry = new LinkedHashMap<>();
        telemetry.put(CLI_VERSION, WandbVersions.CLI);
        telemetry.put(PLATFORM, WandbVersions.platform());
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("cli_version", WandbVersions.CLI);
        words.put("t", telemetry);
        words.put("m", MetricEntries.of(run.metrics(), run.details().appeared(), run.details().globs()));
        Environment environment = run.details().environment();
        if (environment != null) {
            words.put("e", Map.of(environment.writerId(), environment.toJson()));
        }
        ARRANGED.stream().filter(before::has).forEach(name -> words.put(name, before.path(name)));
        return words;
    }
}
