package dev.touchstone.submission.policy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.codec.EventJson;

/** A change of an agent's baseline in the database. */
@Entity
@Immutable
@Table(name = "baseline")
class BaselineRow {

    @Id
    long number;

    @Column(name = "agent_id")
    String agentId;

    String revision;

    @Column(name = "submission_id")
    UUID submissionId;

    String cause;

    String reason;

    @Column(name = "set_by")
    String setBy;

    @Column(name = "set_at")
    Instant setAt;

    @Nullable
    @Column(name = "trust_score")
    Double trustScore;

    /** Parts of a score as JSON. */
    String breakdown;

    @Nullable
    @Column(name = "policy_version")
    String policyVersion;

    Baseline baseline() {
        return new Baseline(revision, parts());
    }

    BaselineChange change() {
        return new BaselineChange(number, revision, submissionId, cause, reason, setBy, setAt, trustScore, parts(),
                policyVersion);
    }

    private List<ScorePart> parts() {
        try {
            return EventJson.mapper().readValue(breakdown, new TypeReference<>() {
            });
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("The publication wrote this itself", corrupt);
        }
    }
}
