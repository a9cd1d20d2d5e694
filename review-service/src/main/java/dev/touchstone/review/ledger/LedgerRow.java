package dev.touchstone.review.ledger;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.ledger.check.Entry;

/** An entry in the database, which refuses to change it. */
@Entity
@Table(name = "ledger_entry")
class LedgerRow {

    @Id
    long index;

    /** Null where the entry is about the installation. */
    @Nullable
    @Column(name = "submission_id")
    UUID submissionId;

    @Nullable
    @Column(name = "event_id")
    UUID eventId;

    /** The number of a policy's activation. */
    @Nullable
    Long activation;

    @Column(name = "leaf_hash")
    String leafHash;

    String entry;

    static LedgerRow of(Entry entry) {
        LedgerRow row = new LedgerRow();
        row.index = entry.index();
        row.leafHash = entry.leafHash();
        row.entry = entry.text();
        return row;
    }
}
