package dev.touchstone.submission.review.progress;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What an agent under review said of itself last. Shown as its own words; nothing that decides reads it. */
@Entity
@Immutable
@Table(name = "agent_context")
class AgentReport {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {
    };

    @Id
    @Column(name = "submission_id")
    UUID submissionId;

    /** A flat JSON object. */
    String body;

    @Column(name = "reported_by")
    String reportedBy;

    @Column(name = "reported_at")
    Instant reportedAt;

    /**
     * For clients.
     *
     * @param advisory always true: nothing is decided by it
     * @param reportedBy null where nothing was reported yet, as is the time
     */
    @RegisterForReflection
    @Schema(name = "AgentReported")
    record View(boolean advisory, Map<String, Object> context, @Nullable String reportedBy, @Nullable Instant reportedAt) {

        static View of(@Nullable AgentReport report) {
            return report == null ? new View(true, Map.of(), null, null)
                    : new View(true, EventJson.mapper().convertValue(report.context(), MEMBERS), report.reportedBy,
                            report.reportedAt);
        }
    }

    ObjectNode context() {
        try {
            return (ObjectNode) EventJson.mapper().readTree(body);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("The service wrote this itself", corrupt);
        }
    }
}
