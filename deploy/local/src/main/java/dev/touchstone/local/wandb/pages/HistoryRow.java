package dev.touchstone.local.wandb.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;

/** A line of the history, read for display; one that is not JSON has no values, only its text. */
public record HistoryRow(int line, String text, Optional<ObjectNode> values) {

    public static List<HistoryRow> of(Map<Integer, String> lines) {
        List<HistoryRow> rows = new ArrayList<>();
        lines.forEach((number, text) -> rows.add(new HistoryRow(number, text, Json.parse(text))));
        return rows;
    }

    public String value(String key) {
        return values.map(row -> row.path(key)).filter(node -> !node.isMissingNode()).map(HistoryRow::display).orElse("");
    }

    /** The value as a number that can be drawn. */
    public OptionalDouble number(String key) {
        return values.map(row -> row.path(key)).filter(JsonNode::isNumber).map(JsonNode::doubleValue)
                .filter(Double::isFinite).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /** Where it stands on a chart's axis: its step, else its line. */
    public double position() {
        return number("_step").orElse(line);
    }

    public String time() {
        OptionalDouble seconds = number("_timestamp");
        // Clients are known to send absurd times; what is no date is left out.
        return seconds.isPresent() && Math.abs(seconds.getAsDouble()) < 1e11
                ? Layout.time(Instant.ofEpochMilli((long) (seconds.getAsDouble() * 1000)))
                : "";
    }

    /** What has no column of its own. */
    public Map<String, String> others() {
        Map<String, String> others = new LinkedHashMap<>();
        values.ifPresent(row -> row.properties().forEach(member -> {
            if (!member.getKey().startsWith("_") && !HistoryTable.COLUMNS.contains(member.getKey())) {
                others.put(member.getKey(), display(member.getValue()));
            }
        }));
        return others;
    }

    public static String display(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
