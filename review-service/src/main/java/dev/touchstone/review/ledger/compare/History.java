package dev.touchstone.review.ledger.compare;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads a run's history from a file: {@code wandb-history.jsonl}, one object a line, or an array of such objects. W&amp;B
 * writes
 * {@code NaN} as it is. Of each row only what a comparison needs is kept.
 */
public final class History {

    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
    private static final List<String> NEEDED = List.of("_step", "event/id", "ledger/index", "ledger/leaf_hash",
            "ledger/event_id");

    private History() {
    }

    /** The file is none. */
    public static final class NotAHistory extends Exception {

        private static final long serialVersionUID = 1L;

        NotAHistory(String message) {
            super(message);
        }
    }

    /**
     * @param ids that the run is known by; empty where nobody can say which run it is
     * @throws NotAHistory with the place, and without repeating what is there
     */
    public static RunSide read(Set<String> ids, InputStream in) throws IOException, NotAHistory {
        List<JsonNode> rows = new ArrayList<>();
        try (MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(in)) {
            while (lines.hasNextValue()) {
                JsonNode row = lines.nextValue();
                if (!row.isObject()) {
                    throw new NotAHistory("row " + rows.size() + " is not a JSON object");
                }
                rows.add(((ObjectNode) row).retain(NEEDED));
            }
        } catch (JacksonException malformed) {
            throw new NotAHistory("not JSON after row " + (rows.size() - 1));
        }
        return RunSide.of(ids, rows);
    }
}
