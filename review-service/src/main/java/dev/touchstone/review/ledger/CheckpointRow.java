package dev.touchstone.review.ledger;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A signed head in the database, which refuses to change it, and to take one that is not the tree's. */
@Entity
@Table(name = "ledger_checkpoint")
class CheckpointRow {

    @EmbeddedId
    CheckpointId id;

    String root;

    String note;

    @Column(name = "signed_at")
    Instant signedAt;
}
