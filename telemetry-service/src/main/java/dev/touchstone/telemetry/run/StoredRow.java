package dev.touchstone.telemetry.run;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What one event became.
 *
 * @param line its number, which its console line has too
 * @param json the line of the history
 * @param stored when it came here
 * @param console the line of the console as every server takes it; empty where the row is older than the console
 * @param stat null where the sending service said nothing of itself
 */
public record StoredRow(long line, String json, Instant stored, String console, @Nullable Stat stat) {

    /**
     * What the service that told the event used of its machine.
     *
     * @param line its number: these count by themselves, without gaps
     * @param json the line of the system metrics
     */
    public record Stat(long line, String json) {
    }

    static StoredRow of(RowRecord row) {
        Stat stat = row.stat == null || row.statLine == null ? null : new Stat(row.statLine, row.stat);
        return new StoredRow(row.line, row.json, row.storedAt, row.console, stat);
    }
}
