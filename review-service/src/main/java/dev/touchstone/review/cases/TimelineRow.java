package dev.touchstone.review.cases;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An event as it came. Rows are only ever added. */
@Entity
@Table(name = "timeline")
class TimelineRow {

    @Id
    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "submission_id")
    UUID submissionId;

    long sequence;

    @Column(name = "occurred_at")
    Instant occurredAt;

    String stage;

    String kind;

    String severity;

    String event;
}
