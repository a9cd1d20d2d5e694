package dev.touchstone.sandbox.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

import dev.touchstone.sandbox.suite.SuiteCase.Provenance;

/** The rows of a CSV document (RFC 4180) in UTF-8, as far as it can be read. */
final class CsvDocument {

    private static final CsvMapper MAPPER = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();

    private final Faults faults;
    private final List<String> header = new ArrayList<>();
    private final List<CsvRow> rows = new ArrayList<>();

    /** @param faults every row that has too few or too many cells, and where reading had to end */
    CsvDocument(String text, Provenance terms, Faults faults) {
        this.faults = faults;
        try (MappingIterator<String[]> all = MAPPER.readerFor(String[].class).readValues(text)) {
            while (all.hasNextValue()) {
                int line = all.getCurrentLocation().getLineNr();
                add(line, all.nextValue(), terms);
            }
        } catch (IOException | RuntimeJsonMappingException malformed) {
            faults.add(null, "/", "is no CSV after row " + rows.size() + ": a quoted cell does not end as it should");
        }
    }

    /** The names of the columns, in lower case. */
    List<String> header() {
        return List.copyOf(header);
    }

    List<CsvRow> rows() {
        return List.copyOf(rows);
    }

    private void add(int line, String[] cells, Provenance terms) {
        if (header.isEmpty()) {
            Arrays.stream(cells).map(name -> name.strip().toLowerCase(Locale.ROOT)).forEach(header::add);
            if (new HashSet<>(header).size() < header.size()) {
                faults.add(line, "/", "names a column twice");
            }
        } else if (cells.length != header.size()) {
            faults.add(line, "/", "has " + cells.length + " cells; the header has " + header.size());
        } else {
            Map<String, String> named = new HashMap<>();
            for (int each = 0; each < cells.length; each++) {
                named.put(header.get(each), Optional.ofNullable(cells[each]).orElse(""));
            }
            rows.add(new CsvRow(rows.size() + 1, line, named, terms));
        }
    }
}
