package dev.touchstone.telemetry.run;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One history line. The event's id is the key, so that no event can have two. */
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
    @Column(name = "stored_at")
    Instant storedAt;

    /** For Hibernate. */
    RowRecord() {
    }

    RowRecord(UUID eventId, UUID submissionId, long line, String json, Instant storedAt) {
        this.eventId = eventId;
        this.submissionId = submissionId;
        this.line = line;
        this.json = json;
        this.storedAt = storedAt;
    }
}
