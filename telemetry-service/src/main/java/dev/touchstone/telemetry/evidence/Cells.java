package dev.touchstone.telemetry.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Cells of a table from a report. Only texts, numbers and truth values: W&amp;B reads an object in a cell as a file, or as
 * what else it says it is. What is missing stays empty.
 */
final class Cells {

    /** The report has the whole text. */
    private static final int LONGEST = 10_000;

    private Cells() {
    }

    static @Nullable Object cell(JsonNode value) {
        if (value.isTextual()) {
            return text(value.textValue());
        }
        if (value.isNumber()) {
            return value.numberValue();
        }
        return value.isBoolean() ? (Object) value.booleanValue() : null;
    }

    static String text(String text) {
        return Harmless.cell(text, LONGEST);
    }

    /** One member of each element, one below the other; what has none is left out. */
    static String joined(JsonNode elements, String member) {
        return text(StreamSupport.stream(elements.spliterator(), false).map(each -> each.path(member).asText(""))
                .filter(each -> !each.isEmpty()).collect(Collectors.joining("\n\n")));
    }

    static String joined(JsonNode texts) {
        return text(StreamSupport.stream(texts.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining("\n")));
    }

    static List<@Nullable Object> row(JsonNode line, List<StageTable.Column> columns) {
        List<@Nullable Object> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(cell(line.at("/" + column.at()))));
        return cells;
    }
}
