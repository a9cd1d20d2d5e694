package dev.touchstone.review.ledger.audit;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** An entry that the audit endpoint is to be told of. */
@Entity
@Table(name = "ledger_upload")
class UploadRow {

    @Id
    long index;

    @Column(name = "asked_at")
    Instant askedAt;

    String state;

    int attempts;

    @Nullable
    @Column(name = "last_tried_at")
    Instant lastTriedAt;

    @Nullable
    @Column(name = "delivered_at")
    Instant deliveredAt;

    @Nullable
    String reason;

    UploadStatus status() {
        return new UploadStatus(UploadStatus.State.of(state), attempts, lastTriedAt, deliveredAt, reason);
    }
}
