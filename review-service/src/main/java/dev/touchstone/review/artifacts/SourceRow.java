package dev.touchstone.review.artifacts;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An artifact that an event pointed to. Rows are only ever added. */
@Entity
@Table(name = "artifact_source")
class SourceRow {

    @EmbeddedId
    SourceId id;

    String name;

    @Column(name = "media_type")
    String mediaType;

    long size;
}
