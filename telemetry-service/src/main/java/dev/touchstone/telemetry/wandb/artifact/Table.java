package dev.touchstone.telemetry.wandb.artifact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.ExtendedJson;

/**
 * A table as W&amp;B shows it. Cells are JSON values: text, numbers (not a number and infinities too), booleans, lists and
 * maps of those; null is an empty cell and stays one.
 *
 * @param columns their names, in order, all different
 * @param rows each with one cell for each column
 */
public record Table(List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {

    /** More than that no W&amp;B page shows. */
    private static final int MOST_ROWS = 200_000;

    /**
     * @throws IllegalArgumentException if two columns have the same name, a row has not one cell for each column, a cell
     *         is no JSON value, or there are more than 200,000 rows
     */
    public Table {
        columns = List.copyOf(columns);
        Names.requireUnique(columns, "Two columns of a table have the same name");
        Names.require(rows.size() <= MOST_ROWS, "A table has 200,000 rows at most");
        int width = columns.size();
        Names.require(rows.stream().allMatch(row -> row.size() == width), "Each row has one cell for each column");
        rows = rows.stream().map(Table::copied).toList();
    }

    /** Unlike List.copyOf, with null. */
    private static List<? extends @Nullable Object> copied(List<? extends @Nullable Object> row) {
        Names.require(row.stream().allMatch(Table::isJson), "A table's cells are JSON values");
        return Collections.unmodifiableList(new ArrayList<>(row));
    }

    private static boolean isJson(@Nullable Object cell) {
        return cell == null || cell instanceof String || cell instanceof Number || cell instanceof Boolean
                || cell instanceof List || cell instanceof Map || cell instanceof JsonNode;
    }

    /** The file of a run that a row points at, see {@link MediaFile}. */
    public Content asRunFile() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("columns", columns);
        file.put("data", rows);
        return Content.of(ExtendedJson.write(file));
    }

    /** The file of an artifact, {@code <key>.table.json}. */
    public Content asArtifactFile() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("_type", "table");
        file.put("column_types", ColumnTypes.of(this));
        file.put("columns", columns);
        file.put("data", rows);
        file.put("log_mode", "IMMUTABLE");
        file.put("ncols", columns.size());
        file.put("nrows", rows.size());
        return Content.of(ExtendedJson.write(file));
    }
}
