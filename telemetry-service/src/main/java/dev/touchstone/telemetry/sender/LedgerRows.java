package dev.touchstone.telemetry.sender;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.ExtendedJson.NotJson;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a run says of the ledger, for who compares both sides.
 *
 * @param source {@code wandb}: the rows that W&amp;B was sent are as W&amp;B has them now; {@code recorded}: all are as they
 *        are recorded here, since W&amp;B cannot be read
 * @param reason why W&amp;B cannot be read; null where it was
 * @param events ids of the events that have a row
 */
@RegisterForReflection
record LedgerRows(UUID submissionId, Run wandbRun, String source, @Nullable String reason, List<Row> rows,
        List<String> events) {

    static final String WANDB = "wandb";
    static final String RECORDED = "recorded";

    LedgerRows {
        rows = List.copyOf(rows);
        events = List.copyOf(events);
    }

    /**
     * Which run it is.
     *
     * @param alias the id that W&amp;B has it under; null for its own
     * @param linesSent how many of the stored lines W&amp;B has accepted
     */
    @RegisterForReflection
    record Run(String runId, @Nullable String alias, long linesStored, long linesSent) {
    }

    /**
     * A row about a ledger entry. What a row lacks, or has in another form, is null.
     *
     * @param sent false where it waits here
     */
    @RegisterForReflection
    record Row(long step, @Nullable Long index, @Nullable String leafHash, @Nullable String eventId, boolean sent) {
    }

    /** One line of a history. A line that cannot be read is a row that says nothing. */
    record Line(long step, JsonNode json, boolean sent) {

        static Line of(String text, long step, boolean sent) {
            try {
                var json = ExtendedJson.read(text);
                return new Line(json.path("_step").asLong(step), json, sent);
            } catch (NotJson damaged) {
                return new Line(step, ExtendedJson.node(List.of()), sent);
            }
        }

        /** As the sender will number it in a run that somebody had begun before. */
        Line raisedBy(long steps) {
            return new Line(step + steps, json, sent);
        }

        boolean isAboutTheLedger() {
            return json.has("ledger/index") || json.has("ledger/leaf_hash") || json.has("ledger/event_id");
        }

        Row row() {
            var index = json.path("ledger/index");
            // What was uploaded from a directory has decimals: 7.0.
            boolean whole = index.isNumber() && index.decimalValue().stripTrailingZeros().scale() <= 0;
            return new Row(step, whole ? (Long) index.longValue() : null, json.path("ledger/leaf_hash").textValue(),
                    json.path("ledger/event_id").textValue(), sent);
        }
    }

    static LedgerRows of(UUID submissionId, Run run, String source, @Nullable String reason, List<Line> lines) {
        return new LedgerRows(submissionId, run, source, reason,
                lines.stream().filter(Line::isAboutTheLedger).map(Line::row).toList(),
                lines.stream().map(line -> line.json().path("event/id").asText("")).filter(id -> !id.isEmpty()).toList());
    }
}
