package dev.touchstone.review.ledger.check;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.review.ledger.check.Export.Item;
import dev.touchstone.review.ledger.check.Export.OfLog;
import dev.touchstone.review.ledger.check.Export.OfSubmission;

/** Writes an export piece by piece: the head, entries with a separator between two, the end. An entry is a line. */
public final class ExportText {

    public static final String SEPARATOR = ",\n";
    public static final String END = "\n]}\n";

    private ExportText() {
    }

    public static String head(Export export) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", Export.FORMAT);
        switch (export.scope()) {
            case OfSubmission(String id, long count, long last) -> {
                ObjectNode submission = json.putObject("submission").put("id", id).put("count", count);
                if (last >= 0) {
                    submission.put("lastIndex", last);
                }
            }
            case OfLog(long from, long to) -> json.putObject("range").put("from", from).put("to", to);
        }
        json.put("checkpoint", export.checkpoint());
        if (export.key() != null) {
            json.put("key", export.key());
        }
        if (export.growth() != null) {
            put(json.putObject("consistency").put("from", export.growth().from()).putArray("proof"), export.growth().proof());
        }
        String object = json.toString();
        return object.substring(0, object.length() - 1) + ",\"entries\":[\n";
    }

    public static String item(Item item) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("index", item.index()).put("leafHash", item.leafHash()).put("entry", item.text());
        if (item.proof() != null) {
            put(json.putArray("proof"), item.proof());
        }
        return json.toString();
    }

    private static void put(ArrayNode array, List<String> hashes) {
        hashes.forEach(array::add);
    }
}
