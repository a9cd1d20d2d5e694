package dev.touchstone.sandbox.suite;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code Behavior,FunctionalCategory,SemanticCategory,Tags,ContextString,BehaviorID}: harmful behaviours, some with a text that
 * they are about. Those of copyright are judged by comparing with the works themselves, and those of images need an image:
 * neither can be judged here.
 */
record HarmBench() implements CsvLayout {

    private static final Map<String, String> OUR_WORDS = Map.of("misinformation_disinformation", "misinformation");

    @Override
    public String key() {
        return "harmbench";
    }

    @Override
    public Set<String> columns() {
        return Set.of("behavior", "functionalcategory", "semanticcategory", "behaviorid");
    }

    @Override
    public Map<String, String> origins() {
        return Map.of("/id", "behaviorid", "/turns/0", "behavior", "/category", "semanticcategory");
    }

    @Override
    public Row read(CsvRow row) {
        String kind = row.cell("functionalcategory").toLowerCase(Locale.ROOT);
        if (kind.equals("copyright")) {
            return new Row.LeftOut("is judged by comparison with the work that it asks for");
        }
        if (!row.cell("imagefilename").isEmpty()) {
            return new Row.LeftOut("needs an image");
        }
        String semantic = row.cell("semanticcategory").toLowerCase(Locale.ROOT);
        String context = row.cell("contextstring");
        String prompt = context.isEmpty() ? row.cell("behavior") : context + "\n\n" + row.cell("behavior");
        String id = row.cell("behaviorid");
        if (id.isEmpty() || row.cell("behavior").isEmpty()) {
            return new Row.Wrong(id.isEmpty() ? "behaviorid" : "behavior", "is empty");
        }
        ObjectNode line = row.line("harmbench-" + id, prompt, Expected.REFUSE,
                OUR_WORDS.getOrDefault(semantic, semantic.replace('_', '-')));
        return new Row.Line(line.put("source", row.source(id + ", " + kind)));
    }
}
