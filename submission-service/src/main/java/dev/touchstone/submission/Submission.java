package dev.touchstone.submission;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.codec.EventJson;

/** One agent revision put up for review, as it was accepted. */
@Entity
@Immutable
@Table(name = "submission")
public class Submission {

    @Id
    UUID id;

    /** Whose it is: the organisation of the caller who submitted it. */
    @Column(name = "organization_id")
    String organizationId;

    @Column(name = "agent_id")
    String agentId;

    String revision;

    /** A {@link Dossier} as JSON. */
    String dossier;

    /** The id that W&amp;B has the run under, where it could not have the run's own. */
    @Nullable
    @Column(name = "wandb_alias")
    String wandbAlias;

    /** An {@link Acceptance} as JSON. */
    String acceptance;

    @Column(name = "created_at")
    Instant createdAt;

    public UUID id() {
        return id;
    }

    public String agentId() {
        return agentId;
    }

    public String revision() {
        return revision;
    }

    public String organizationId() {
        return organizationId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** As it was settled, with the alias that the run has got since, if any. */
    public Dossier dossier() {
        return read(dossier, Dossier.class).withAlias(wandbAlias);
    }

    public Acceptance acceptance() {
        return read(acceptance, Acceptance.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return EventJson.mapper().readValue(json, type);
        } catch (com.fasterxml.jackson.core.JsonProcessingException corrupt) {
            throw new IllegalStateException("The intake wrote this itself", corrupt);
        }
    }
}
