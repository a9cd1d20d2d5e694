package dev.touchstone.submission.review.progress;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * What agents report of themselves. Concurrency: a patch holds the report's row, so that of two at a time neither is lost,
 * and shares the review's row, so that the review does not end in between.
 */
@ApplicationScoped
class AgentReports {

    private static final String STANDING = "select standing from review where submission_id = :id for share";
    private static final String FIRST = """
            insert into agent_context (submission_id, body, reported_by, reported_at) values (:id, '{}', :by, :at)
            on conflict do nothing""";
    private static final String PRESENT = "select body from agent_context where submission_id = :id for update";
    private static final String REPLACE = """
            update agent_context set body = :body, reported_by = :by, reported_at = :at where submission_id = :id""";

    private final Clock clock;

    AgentReports(Clock clock) {
        this.clock = clock;
    }

    /** The report, or null where there is none. */
    Uni<@Nullable AgentReport> find(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.find(AgentReport.class, submissionId));
    }

    /** Where the review stands; it stays so until the transaction ends. */
    Uni<String> standing(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(STANDING, String.class)
                .setParameter("id", submissionId).getSingleResult());
    }

    Uni<Void> apply(UUID submissionId, ContextPatch patch, String reportedBy) {
        return Panache.getSession().flatMap(session -> write(session.createNativeQuery(FIRST), submissionId, reportedBy)
                .chain(() -> session.createNativeQuery(PRESENT, String.class).setParameter("id", submissionId)
                        .getSingleResult())
                .map(present -> patch.appliedTo(read(present)).toString())
                .flatMap(merged -> write(session.createNativeQuery(REPLACE).setParameter("body", merged), submissionId,
                        reportedBy)))
                .replaceWithVoid();
    }

    private Uni<Integer> write(Mutiny.MutationQuery query, UUID submissionId, String reportedBy) {
        return query.setParameter("id", submissionId).setParameter("by", reportedBy).setParameter("at", clock.instant())
                .executeUpdate();
    }

    private static ObjectNode read(String body) {
        try {
            return (ObjectNode) EventJson.mapper().readTree(body);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("The service wrote this itself", corrupt);
        }
    }
}
