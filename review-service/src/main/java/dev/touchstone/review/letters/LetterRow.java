package dev.touchstone.review.letters;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** A dead letter. */
@Entity
@Table(name = "dead_letter")
class LetterRow {

    @Id
    UUID id;

    String handler;

    String reason;

    String topic;

    int partition;

    @Column(name = "record_offset")
    long recordOffset;

    long size;

    @Column(name = "message_key")
    String messageKey;

    /** A JSON object of strings. */
    String headers;

    byte[] payload;

    @Column(name = "written_at")
    Instant writtenAt;

    @Column(name = "arrived_at")
    Instant arrivedAt;

    String search;

    @Nullable
    UUID follows;

    int redelivered;

    @Nullable
    @Column(name = "redelivered_by")
    String redeliveredBy;

    @Nullable
    @Column(name = "redelivered_at")
    Instant redeliveredAt;
}
