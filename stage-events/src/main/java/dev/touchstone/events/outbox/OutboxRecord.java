package dev.touchstone.events.outbox;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A Kafka record that waits for the relay. */
@Entity
@Table(name = "outbox")
class OutboxRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long position;

    String topic;

    @Column(name = "message_key")
    String messageKey;

    /** A JSON object of strings. */
    String headers;

    byte[] payload;

    @Column(name = "created_at")
    Instant createdAt;
}
