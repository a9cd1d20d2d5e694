package dev.touchstone.sandbox.suite;

import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;

/**
 * One row of a CSV document.
 *
 * @param number of the row after the header, from 1
 * @param line where it begins, from 1
 * @param cells by the column's name in lower case
 * @param terms the licence and source of all
 */
record CsvRow(int number, int line, Map<String, String> cells, SuiteCase.Provenance terms) {

    CsvRow {
        cells = Map.copyOf(cells);
    }

    /** Empty where there is no such column. */
    String cell(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    /** The beginning of a line: what every layout says in the same way. */
    ObjectNode line(String id, String prompt, Expected expected, String category) {
        ObjectNode json = EventJson.mapper().createObjectNode().put("id", id)
                .put("language", Language.ofText(prompt).key()).put("category", category).put("expected", expected.key());
        json.putArray("turns").add(prompt);
        return json;
    }

    /** @param what tells the row from the others in its source */
    String source(String what) {
        return terms.source() + ", " + what;
    }

    /** Of rows that have no name of their own. */
    String numbered(String prefix) {
        return String.format(Locale.ROOT, "%s-%04d", prefix, number);
    }
}
