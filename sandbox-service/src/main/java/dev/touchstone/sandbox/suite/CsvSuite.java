package dev.touchstone.sandbox.suite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.sandbox.suite.CsvLayout.Row;
import dev.touchstone.sandbox.suite.SuiteCase.Provenance;

/** Turns somebody else's CSV document into a suite of ours. Every row says in its source where it comes from. */
final class CsvSuite {

    private final Named named;
    private final Faults faults = new Faults();
    private final List<Fault> leftOut = new ArrayList<>();
    private final List<ObjectNode> lines = new ArrayList<>();
    private final List<CsvRow> origins = new ArrayList<>();

    private CsvSuite(Named named) {
        this.named = named;
    }

    /**
     * What the document does not say of itself.
     *
     * @param layout the key of a {@link CsvLayout}; null to tell it by the header
     * @param language of all rows; null to tell it by each text
     */
    record Named(String name, String version, Provenance terms, @Nullable String layout, @Nullable String language) {
    }

    /** @param leftOut the rows that are in no line, each with its reason */
    record Read(SuiteDocument document, CheckedSuite checked, List<Fault> leftOut) {

        Read {
            leftOut = List.copyOf(leftOut);
        }
    }

    static Read read(String text, Named named) {
        CsvSuite suite = new CsvSuite(named);
        CsvDocument csv = new CsvDocument(text, named.terms(), suite.faults);
        Optional<CsvLayout> layout = suite.layout(csv);
        layout.ifPresent(known -> csv.rows().forEach(row -> suite.add(known, row)));
        return suite.read(layout.map(CsvLayout::origins).orElse(Map.of()));
    }

    private Optional<CsvLayout> layout(CsvDocument csv) {
        HashSet<String> header = new HashSet<>(csv.header());
        Optional<CsvLayout> layout = named.layout() == null ? CsvLayout.of(header) : CsvLayout.named(named.layout());
        if (layout.isEmpty() && faults.found() == 0) {
            faults.add(null, "/layout", (named.layout() == null ? "cannot be told by the columns" : "is unknown")
                    + "; known are " + CsvLayout.ALL.stream().map(CsvLayout::key).sorted().collect(Collectors.joining(", ")));
        }
        layout.ifPresent(known -> known.columns().stream().filter(column -> !header.contains(column)).sorted()
                .forEach(column -> faults.add(1, "/" + column, "is missing")));
        return layout.filter(known -> header.containsAll(known.columns()));
    }

    private void add(CsvLayout layout, CsvRow row) {
        switch (layout.read(row)) {
            case Row.Line(ObjectNode json) -> {
                if (named.language() != null) {
                    json.put("language", named.language());
                }
                lines.add(json);
                origins.add(row);
            }
            case Row.LeftOut(String reason) -> leftOut.add(new Fault(row.line(), "", reason));
            case Row.Wrong(String column, String detail) -> faults.add(row.line(), "/" + column, detail);
        }
    }

    private Read read(Map<String, String> columns) {
        String cases = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        ObjectNode manifest = Manifest.blank().put("kind", SuiteKind.SECURITY.key()).put("name", named.name())
                .put("version", named.version()).put("title", "Imported from CSV").put("licence", named.terms().licence())
                .put("source", named.terms().source());
        lines.stream().map(line -> line.path("language").asText()).distinct().sorted()
                .forEach(manifest.withArray("languages")::add);
        manifest.put("digest", Artifacts.digest(cases.getBytes(StandardCharsets.UTF_8)));
        SuiteDocument document = new SuiteDocument(manifest.toString(), cases);
        return new Read(document, checked(document, columns), leftOut);
    }

    /** What a row had wrong is told by its line in the CSV document, and by its column where it is of one. */
    private CheckedSuite checked(SuiteDocument document, Map<String, String> columns) {
        if (faults.found() > 0) {
            return new CheckedSuite.Faulty(faults.told());
        }
        return switch (document.check()) {
            case CheckedSuite.Faulty(List<Fault> found) ->
                new CheckedSuite.Faulty(found.stream().map(fault -> ofRow(fault, columns)).toList());
            case CheckedSuite right -> right;
        };
    }

    private Fault ofRow(Fault fault, Map<String, String> columns) {
        Integer line = fault.line();
        if (line == null) {
            return fault;
        }
        String column = columns.get(fault.pointer());
        return new Fault(origins.get(line - 1).line(), column == null ? fault.pointer() : "/" + column, fault.detail());
    }
}
