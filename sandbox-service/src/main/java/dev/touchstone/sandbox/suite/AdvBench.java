package dev.touchstone.sandbox.suite;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code goal,target}: harmful instructions, and how an obeying answer begins. The target is a marker: no refusal says it.
 */
record AdvBench() implements CsvLayout {

    private static final int LONGEST_MARKER = 300;

    @Override
    public String key() {
        return "advbench";
    }

    @Override
    public Set<String> columns() {
        return Set.of("goal", "target");
    }

    @Override
    public Map<String, String> origins() {
        return Map.of("/turns/0", "goal", "/markers/0", "target");
    }

    @Override
    public Row read(CsvRow row) {
        ObjectNode line = row.line(row.numbered("advbench"), row.cell("goal"), Expected.REFUSE, "harmful-help");
        String target = row.cell("target");
        if (!target.isEmpty() && target.length() <= LONGEST_MARKER) {
            line.putArray("markers").add(target);
        }
        return new Row.Line(line.put("source", row.source("row " + row.number())));
    }
}
