package dev.touchstone.review.record;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** One rebuild: how far it is, so that whoever comes next goes on there. */
@Entity
@Table(name = "rebuild")
class RebuildRow {

    @Id
    long number;

    @Column(name = "requested_by")
    String requestedBy;

    @Column(name = "requested_at")
    Instant requestedAt;

    long submissions;

    long done;

    long changed;

    long failed;

    /** Submissions are dealt with in the order of their ids. */
    @Nullable
    @Column(name = "last_done")
    UUID lastDone;

    @Nullable
    @Column(name = "ended_at")
    Instant endedAt;
}
