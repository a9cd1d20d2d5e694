package dev.touchstone.events.artifacts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A file in the database. Rows are only ever added. */
@Entity
@Table(name = "artifact")
public class StoredArtifact {

    @Id
    String digest;

    @Column(name = "media_type")
    String mediaType;

    byte[] content;

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content;
    }
}
