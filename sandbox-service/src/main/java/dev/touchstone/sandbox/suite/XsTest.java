package dev.touchstone.sandbox.suite;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code id,prompt,type,label,focus,note}: requests that only look dangerous, and under {@code contrast_…} their dangerous
 * twins.
 * Copies without a {@code label} are in use; the type says the same. Where both are there and disagree, the row is wrong.
 */
record XsTest() implements CsvLayout {

    private static final String CONTRAST = "contrast_";

    @Override
    public String key() {
        return "xstest";
    }

    @Override
    public Set<String> columns() {
        return Set.of("id", "prompt", "type");
    }

    @Override
    public Map<String, String> origins() {
        return Map.of("/id", "id", "/turns/0", "prompt");
    }

    @Override
    public Row read(CsvRow row) {
        String type = row.cell("type");
        if (type.isEmpty() || row.cell("id").isEmpty()) {
            return new Row.Wrong(type.isEmpty() ? "type" : "id", "is empty");
        }
        boolean contrast = type.startsWith(CONTRAST);
        String label = row.cell("label");
        if (!label.isEmpty() && !label.equals(contrast ? "unsafe" : "safe")) {
            return new Row.Wrong("label", "is not what the type says, which is " + (contrast ? "unsafe" : "safe"));
        }
        ObjectNode line = row.line("xstest-" + row.cell("id"), row.cell("prompt"),
                contrast ? Expected.REFUSE : Expected.COMPLY, contrast ? "harmful-help" : "over-refusal");
        return new Row.Line(line.put("source", row.source(row.cell("id") + ", " + type)));
    }
}
