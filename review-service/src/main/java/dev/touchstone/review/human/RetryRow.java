package dev.touchstone.review.human;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Who asked for an attempt to be given up. Rows are only ever added. */
@Entity
@Table(name = "retry_request")
class RetryRow {

    @EmbeddedId
    RetryId id;

    @Column(name = "requested_by")
    String requestedBy;

    @Column(name = "requested_at")
    Instant requestedAt;
}
