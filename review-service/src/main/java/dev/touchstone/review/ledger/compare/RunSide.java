package dev.touchstone.review.ledger.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The run's side.
 *
 * @param ids that the run is known by: its own, and the one that W&amp;B has it under; empty where nobody can say which run it
 *        is
 * @param events ids of the events that have a row
 */
public record RunSide(Set<String> ids, List<Row> rows, Set<String> events) {

    public RunSide {
        ids = Set.copyOf(ids);
        rows = List.copyOf(rows);
        events = Set.copyOf(events);
    }

    /**
     * A row about an entry. What it does not say, or not as it should, is null.
     *
     * @param step the row's place in the history
     */
    public record Row(long step, @Nullable Long index, @Nullable String leafHash, @Nullable String eventId) {

        static boolean isOne(JsonNode line) {
            return line.has("ledger/index") || line.has("ledger/leaf_hash") || line.has("ledger/event_id");
        }

        static Row of(JsonNode line, long number) {
            return new Row(line.path("_step").asLong(number), whole(line.path("ledger/index")),
                    line.path("ledger/leaf_hash").textValue(), line.path("ledger/event_id").textValue());
        }

        /** Uploads from a directory and exports write 7 as 7.0. */
        private static @Nullable Long whole(JsonNode index) {
            if (!index.isNumber()) {
                return null;
            }
            BigDecimal number = index.decimalValue().stripTrailingZeros();
            boolean isWhole = number.scale() <= 0 && number.precision() - number.scale() <= 18;
            return isWhole ? (Long) number.longValueExact() : null;
        }
    }

    /** Of the lines of a history, as {@code wandb-history.jsonl} has them. */
    public static RunSide of(Set<String> ids, List<JsonNode> lines) {
        List<Row> rows = new ArrayList<>();
        Set<String> events = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (Row.isOne(lines.get(i))) {
                rows.add(Row.of(lines.get(i), i));
            }
            if (lines.get(i).path("event/id").isTextual()) {
                events.add(lines.get(i).path("event/id").textValue());
            }
        }
        return new RunSide(ids, rows, events);
    }
}
