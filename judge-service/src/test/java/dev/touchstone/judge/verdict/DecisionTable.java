package dev.touchstone.judge.verdict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A table of the README: each column but the last is a condition, the last one the verdict, and {@code any} stands for all
 * values of its column.
 */
record DecisionTable(List<String> conditions, List<List<String>> rows) {

    private static final String ANY = "any";

    /** The first table below a heading that ends with a verdict. */
    static DecisionTable below(String heading) {
        List<List<String>> rows = lines(heading).stream().dropWhile(line -> !line.endsWith("| verdict |"))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> cells.subList(1, cells.size() - 1)).toList();
        List<String> header = rows.getFirst();
        return new DecisionTable(header.subList(0, header.size() - 1), rows.subList(2, rows.size()));
    }

    /** Every case that can be told by the conditions, as condition to value. */
    List<Map<String, String>> cases() {
        List<Map<String, String>> cases = List.of(Map.of());
        for (int column = 0; column < conditions.size(); column++) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> shorter : cases) {
                for (String value : values(column)) {
                    Map<String, String> each = new LinkedHashMap<>(shorter);
                    each.put(conditions.get(column), value);
                    longer.add(each);
                }
            }
            cases = longer;
        }
        return cases;
    }

    /** The verdicts of all rows that speak of the case. */
    List<String> verdicts(Map<String, String> values) {
        return rows.stream().filter(row -> speaksOf(row, values)).map(List::getLast).toList();
    }

    private boolean speaksOf(List<String> row, Map<String, String> values) {
        for (int column = 0; column < conditions.size(); column++) {
            String cell = row.get(column);
            if (!cell.equals(ANY) && !cell.equals(Objects.requireNonNull(values.get(conditions.get(column))))) {
                return false;
            }
        }
        return true;
    }

    private List<String> values(int column) {
        return rows.stream().map(row -> row.get(column)).filter(cell -> !cell.equals(ANY)).distinct().toList();
    }

    private static List<String> lines(String heading) {
        try {
            return Files.readAllLines(Path.of("README.md")).stream().dropWhile(line -> !line.equals(heading)).skip(1)
                    .takeWhile(line -> !line.startsWith("#")).toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
