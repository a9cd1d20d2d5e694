package dev.touchstone.submission.catalog;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A published revision. */
@Entity
@Immutable
@IdClass(CatalogEntry.Key.class)
@Table(name = "catalog_entry")
class CatalogEntry {

    /** One row for each revision: publishing it again replaces what was said of it. */
    record Key(String agentId, String revision) {
    }

    @Id
    @Column(name = "agent_id")
    String agentId;

    @Id
    String revision;

    @Column(name = "organization_id")
    String organizationId;

    @Column(name = "submission_id")
    UUID submissionId;

    @Column(name = "display_name")
    String displayName;

    @Nullable
    @Column(name = "trust_score")
    Double trustScore;

    @Column(name = "status_reason")
    String statusReason;

    @Column(name = "wandb_url")
    String wandbUrl;

    @Column(name = "published_at")
    Instant publishedAt;

    /** A key of {@link Standing}. */
    String standing;
}
