package dev.touchstone.review.ledger;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entry in the database, which refuses to change it. */
@Entity
@Table(name = "ledger_entry")
class LedgerRow {

    @Id
    long index;

    @Column(name = "submission_id")
    UUID submissionId;

    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "leaf_hash")
    String leafHash;

    String entry;
}
