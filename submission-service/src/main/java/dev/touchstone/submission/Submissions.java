package dev.touchstone.submission;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.WandbRun;
import dev.touchstone.events.codec.EventJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The submissions. Rows are only ever added; all that changes in one is the alias of its W&amp;B run. */
@ApplicationScoped
public class Submissions {

    private static final String INSERT = """
            insert into submission (id, organization_id, request_digest, snapshot_digest, agent_id, revision, wandb_base_url,
                                    wandb_entity, wandb_project, wandb_run_id, dossier, acceptance)
            values (:id, :organization, :digest, :snapshot, :agent, :revision, :baseUrl, :entity, :project, :run,
                    :dossier, :acceptance)
            on conflict do nothing""";

    /**
     * What is to be stored.
     *
     * @param organizationId whose it is
     * @param requestDigest of the whole request
     * @param snapshotDigest of the card and the endpoint manifest
     */
    public record New(String organizationId, String requestDigest, String snapshotDigest, Dossier dossier,
            Acceptance acceptance) {
    }

    /**
     * Adds the submission in the caller's transaction. Waits for a concurrent one in the same run to commit.
     *
     * @return false where another submission has the same W&amp;B run; nothing was added then
     */
    public Uni<Boolean> add(New submission) {
        WandbRun run = submission.dossier().review().wandbRun();
        return Panache.getSession().flatMap(session -> insert(session, submission)
                .setParameter("baseUrl", run.baseUrl().toString()).setParameter("entity", run.entity())
                .setParameter("project", run.project()).setParameter("run", run.runId()).executeUpdate())
                .map(inserted -> inserted == 1);
    }

    private static Mutiny.MutationQuery insert(Mutiny.Session session, New submission) {
        return session.createNativeQuery(INSERT)
                .setParameter("id", submission.dossier().review().submissionId())
                .setParameter("organization", submission.organizationId())
                .setParameter("digest", submission.requestDigest())
                .setParameter("snapshot", submission.snapshotDigest())
                .setParameter("agent", submission.dossier().review().agentId())
                .setParameter("revision", submission.dossier().review().revision())
                .setParameter("dossier", json(submission.dossier()))
                .setParameter("acceptance", json(submission.acceptance()));
    }

    /** The submission, or null where there is none. */
    public Uni<@Nullable Submission> find(UUID id) {
        return Panache.getSession().flatMap(session -> session.find(Submission.class, id));
    }

    private static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records of the contract can be written", impossible);
        }
    }
}
