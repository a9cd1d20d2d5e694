package dev.touchstone.sandbox.suite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The columns in which somebody else's cases come, and what they are in a suite of ours. Each is a layout in use; where a
 * column does not say what ours needs, the layout decides it and says why.
 */
sealed interface CsvLayout permits AdvBench, Aisi, HarmBench, XsTest {

    /** Those with more columns of their own first, so that a header is not taken for a plainer one. */
    List<CsvLayout> ALL = List.of(new HarmBench(), new Aisi(), new XsTest(), new AdvBench());

    String key();

    /** The columns that must be there, in lower case; others are passed by unless the layout knows them. */
    Set<String> columns();

    /** From which column a member of a line comes, by its pointer; what has no column is the layout's own. */
    Map<String, String> origins();

    Row read(CsvRow row);

    /** What became of a row. */
    sealed interface Row {

        /** A line of a suite, still to be checked. */
        record Line(ObjectNode json) implements Row {
        }

        /** Nothing here could judge its answers. */
        record LeftOut(String reason) implements Row {
        }

        record Wrong(String column, String detail) implements Row {
        }
    }

    static Optional<CsvLayout> named(String key) {
        return ALL.stream().filter(layout -> layout.key().equals(key)).findFirst();
    }

    static Optional<CsvLayout> of(Set<String> header) {
        return ALL.stream().filter(layout -> header.containsAll(layout.columns())).findFirst();
    }
}
