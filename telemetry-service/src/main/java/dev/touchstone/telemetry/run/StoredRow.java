package dev.touchstone.telemetry.run;

import java.time.Instant;

/**
 * A row as it is stored.
 *
 * @param line its number
 * @param json the line of the history
 * @param stored when it came here
 */
public record StoredRow(long line, String json, Instant stored) {

    static StoredRow of(RowRecord row) {
        return new StoredRow(row.line, row.json, row.storedAt);
    }
}
