package dev.touchstone.telemetry.run;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Decision;
import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.ReviewerStatement;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.telemetry.wandb.ExtendedJson;

/**
 * One event as one line of a W&amp;B history. A pure function of the event, its line number and the start of the run.
 * What was not measured has no key: W&amp;B would draw a null, and never a 0.
 */
final class RowEncoding {

    /** W&amp;B recommends less than 1 MB a value; what is longer is an artifact anyway. */
    private static final int LONGEST_TEXT = 100_000;

    private RowEncoding() {
    }

    static String encode(StageEvent event, long line, Instant runStart) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (event.body() instanceof RecordStatement.LedgerAppended entry) {
            ledger(row, entry);
        } else {
            stageEvent(row, event);
        }
        row.put("_timestamp", seconds(event.origin().occurredAt()));
        row.put("_runtime", runtime(runStart, event.origin().occurredAt()));
        // Last, since the sender raises it where somebody had begun the run before.
        row.put("_step", line);
        return ExtendedJson.write(row);
    }

    private static void ledger(Map<String, Object> row, RecordStatement.LedgerAppended entry) {
        row.put("ledger/index", entry.index());
        row.put("ledger/leaf_hash", entry.leafHash());
        row.put("ledger/event_id", entry.eventId().toString());
    }

    private static void stageEvent(Map<String, Object> row, StageEvent event) {
        String stage = event.stage().key();
        row.put("event/id", event.id().toString());
        row.put("event/stage", stage);
        row.put("event/name", cut(event.event()));
        row.put("event/severity", event.severity().key());
        row.put("event/sequence", event.position().sequence());
        row.put("events/" + stage + "/" + cut(event.event()), 1);
        String prefix = "event/" + stage + "/" + cut(event.event()) + "/";
        data(row, prefix, PlainAddresses.in(StageEventCodec.toJson(event).path("data")));
        event.evidence().links().forEach((name, place) -> link(row, prefix, name, place));
        figures(row, event);
    }

    private static void link(Map<String, Object> row, String prefix, String name, URI place) {
        row.put(prefix + "link/" + name, cut(place.toString()));
    }

    private static void data(Map<String, Object> row, String prefix, JsonNode data) {
        if (data.isObject()) {
            data.properties().forEach(member -> value(row, prefix + member.getKey(), member.getValue()));
        } else {
            value(row, prefix + "data", data);
        }
    }

    private static void value(Map<String, Object> row, String key, JsonNode value) {
        if (value.isTextual()) {
            row.put(key, cut(value.textValue()));
        } else if (value.isContainerNode()) {
            row.put(key, cut(ExtendedJson.write(value)));
        } else if (!value.isNull() && !value.isMissingNode()) {
            row.put(key, value);
        }
    }

    private static void figures(Map<String, Object> row, StageEvent event) {
        switch (event.body()) {
            case StageStatement.Completed completed -> metrics(row, event.stage().key(), completed.metrics());
            // A gate that did not pass has been measured all the same.
            case StageStatement.Failed failed -> metrics(row, event.stage().key(), failed.metrics());
            case StageStatement.HumanDecision human -> decision(row, human.decision(), human.notes());
            case StageStatement.DecisionOverridden human -> {
                decision(row, human.decision(), human.notes());
                row.put("human/overrides", cut(human.overrides()));
                if (human.proposal() != null) {
                    row.put("human/proposed_by", cut(human.proposal().by()));
                }
            }
            case StageStatement.EgressRefused refused -> row.put(event.stage().key() + "/refused_calls", refused.calls());
            case StageStatement ignored -> {
            }
            case OwnerStatement ignored -> {
            }
            case ReviewerStatement ignored -> {
            }
            case RecordStatement ignored -> {
            }
            case UnknownBody ignored -> {
            }
        }
    }

    private static void metrics(Map<String, Object> row, String stage, Map<String, @Nullable Double> metrics) {
        metrics.forEach((name, value) -> {
            if (value != null) {
                row.put(stage + "/" + name, value);
            }
        });
    }

    private static void decision(Map<String, Object> row, Decision decision, @Nullable String notes) {
        row.put("human/decision", decision == Decision.APPROVED ? 1 : 0);
        row.put("human/decision_state", decision.key());
        if (notes != null) {
            row.put("human/decision_notes", cut(notes));
        }
    }

    /** Unix time with all its microseconds, which a double would round. */
    private static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, time), 6);
    }

    /** Events of different topics may overtake the run's first one; nothing happened before the run began. */
    private static BigDecimal runtime(Instant start, Instant time) {
        Duration runtime = Duration.between(start, time);
        return runtime.isNegative() ? BigDecimal.ZERO : BigDecimal.valueOf(runtime.toNanos() / 1_000, 6);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text
                : text.substring(0, LONGEST_TEXT) + "... (" + text.length() + " characters)";
    }
}
