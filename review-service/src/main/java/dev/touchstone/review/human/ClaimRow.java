package dev.touchstone.review.human;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** A claim as stored. The database's clock says whether it still counts. */
@Entity
@Table(name = "case_claim")
class ClaimRow {

    @Id
    @Column(name = "submission_id")
    UUID submissionId;

    @Column(name = "claimed_by")
    String claimedBy;

    @Column(name = "claimed_until")
    Instant claimedUntil;

    @Nullable
    @Column(name = "assigned_by")
    String assignedBy;

    Claim claim() {
        return new Claim(claimedBy, claimedUntil, assignedBy);
    }
}
