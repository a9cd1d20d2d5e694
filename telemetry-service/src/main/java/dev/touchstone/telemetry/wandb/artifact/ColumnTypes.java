package dev.touchstone.telemetry.wandb.artifact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;

/** What W&amp;B wants to know about a table's columns: a type by name, of which each cell may lack a value. */
final class ColumnTypes {

    private static final String ANY = "any";

    private ColumnTypes() {
    }

    static Map<String, Object> of(Table table) {
        Map<String, Object> types = new LinkedHashMap<>();
        for (int column = 0; column < table.columns().size(); column++) {
            types.put(table.columns().get(column), type(table.rows(), column));
        }
        return type("typedDict", Map.of("type_map", types));
    }

    private static Map<String, Object> type(List<? extends List<? extends @Nullable Object>> rows, int column) {
        Set<String> names = rows.stream().map(row -> row.get(column)).filter(Objects::nonNull).map(ColumnTypes::name)
                .collect(Collectors.toSet());
        if (names.size() > 1 || names.contains(ANY)) {
            return Map.of("wb_type", ANY);
        }
        String name = names.isEmpty() ? "unknown" : names.iterator().next();
        return type("union", Map.of("allowed_types", List.of(Map.of("wb_type", "none"), Map.of("wb_type", name))));
    }

    private static String name(Object cell) {
        JsonNode value = ExtendedJson.node(cell);
        return switch (value.getNodeType()) {
            case NUMBER -> "number";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case ARRAY, BINARY, MISSING, NULL, OBJECT, POJO -> ANY;
        };
    }

    private static Map<String, Object> type(String name, Map<String, Object> parameters) {
        Map<String, Object> type = new LinkedHashMap<>();
        type.put("params", parameters);
        type.put("wb_type", name);
        return type;
    }
}
