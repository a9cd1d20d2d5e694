package dev.touchstone.telemetry.run;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.StageEvent;

/**
 * One row: its history line, its console line, and what its sender measured of itself. The event's id is the key, so that no
 * event can have two.
 */
@Entity
@Table(name = "wandb_row")
class RowRecord {

    @Id
    @Column(name = "event_id")
    UUID eventId;
    @Column(name = "submission_id")
    UUID submissionId;
    long line;
    String json;
    String console;
    @Nullable
    String stat;
    @Column(name = "stat_line")
    @Nullable
    Long statLine;
    @Column(name = "stored_at")
    Instant storedAt;

    /** For Hibernate. */
    RowRecord() {
    }

    /** The next row of the run. */
    RowRecord(RunRecord run, StageEvent event, Instant now) {
        eventId = event.id();
        submissionId = run.submissionId;
        line = run.lines;
        json = RowEncoding.encode(event, run.lines, run.startedAt);
        console = ConsoleEncoding.encode(event);
        stat = StatsEncoding.encode(event.origin(), run.startedAt).orElse(null);
        statLine = stat == null ? null : run.statLines;
        storedAt = now;
    }
}
