package dev.touchstone.review.cases;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An event as it came. Rows are only ever added; the database numbers them in the order of their arrival. */
@Entity
@Table(name = "timeline")
class TimelineRow {

    @Id
    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "submission_id")
    UUID submissionId;

    @Column(name = "workflow_run_id")
    UUID workflowRunId;

    long sequence;

    @Column(name = "occurred_at")
    Instant occurredAt;

    String stage;

    String kind;

    String severity;

    String event;

    /** What is found by searching: never what a reader may not see. */
    String search;
}
