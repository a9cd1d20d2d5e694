package dev.touchstone.telemetry.wandb.filestream;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.touchstone.telemetry.wandb.ExtendedJson;

/**
 * A sample of what a process uses, as one line of the run's system metrics.
 *
 * @param at when it was taken
 * @param runtimeSeconds since the run began
 * @param label whose it is, where several processes report to one run; may be empty
 * @param values by name as W&amp;B's charts know them ({@code cpu}, {@code proc.memory.rssMB},
 *        {@code proc.cpu.threads}), without the prefix {@code system.}; what is not known is left out
 */
public record SystemMetrics(Instant at, double runtimeSeconds, String label, Map<String, Number> values) {

    public SystemMetrics {
        values = Map.copyOf(values);
    }

    /** One JSON object, the values in the order of their names. */
    public String line() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("_wandb", true);
        line.put("_timestamp", BigDecimal.valueOf(at.toEpochMilli(), 3));
        line.put("_runtime", runtimeSeconds);
        String suffix = label.isEmpty() ? "" : "/l:" + label;
        values.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(value -> line.put("system." + value.getKey() + suffix, value.getValue()));
        return ExtendedJson.write(line);
    }
}
