package dev.touchstone.events.artifacts;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** A file in the database. Its content may be forgotten in time, its digest stays. */
@Entity
@Table(name = "artifact")
public class StoredArtifact {

    @Id
    String digest;

    @Column(name = "media_type")
    String mediaType;

    long size;

    String encoding;

    byte @Nullable [] content;

    @Nullable
    Instant forgottenAt;

    public String mediaType() {
        return mediaType;
    }

    /** Of the content, in bytes. */
    public long size() {
        return size;
    }

    /** The content itself; empty once it was forgotten. */
    public Optional<byte[]> content() {
        return packed().map(Packed::content);
    }

    Optional<Packed> packed() {
        return Optional.ofNullable(content).map(bytes -> new Packed(encoding, bytes));
    }

    Optional<Instant> forgottenAt() {
        return Optional.ofNullable(forgottenAt);
    }
}
