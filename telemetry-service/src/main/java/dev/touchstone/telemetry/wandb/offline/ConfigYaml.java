package dev.touchstone.telemetry.wandb.offline;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;

/** A config as the file that runs have of it. Keys and values are JSON, which YAML contains: no text can break out. */
final class ConfigYaml {

    private ConfigYaml() {
    }

    static String of(Map<String, JsonNode> config) {
        StringBuilder yaml = new StringBuilder();
        config.forEach((key, value) -> yaml.append(ExtendedJson.write(key)).append(":\n    value: ")
                .append(ExtendedJson.write(value)).append('\n'));
        return yaml.isEmpty() ? "{}\n" : yaml.toString();
    }
}
