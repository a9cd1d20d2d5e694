package dev.touchstone.submission.review.run;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

import dev.touchstone.events.RecordStatement.ArtifactLogged;
import dev.touchstone.events.RecordStatement.ArtifactNotLogged;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.codec.EventJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The artifacts of the W&amp;B runs. Every version that W&amp;B has is kept; of those that it will not have, the last word. */
@ApplicationScoped
public class RunArtifacts {

    private static final TypeReference<List<String>> DIGESTS = new TypeReference<>() {
    };

    private static final String KEEP = """
            insert into run_artifact (submission_id, name, type, digest, artifact_id, contents, reason, sequence)
            values (:id, :name, :type, cast(:digest as text), cast(:artifact as text), :contents, cast(:reason as text),
                    :sequence)
            on conflict (submission_id, name, coalesce(digest, '')) do update set type = excluded.type,
                artifact_id = excluded.artifact_id, contents = excluded.contents, reason = excluded.reason,
                sequence = excluded.sequence where run_artifact.sequence < excluded.sequence""";

    /** What W&B has after all is no longer missing. */
    private static final String FORGET_REFUSAL = """
            delete from run_artifact where submission_id = :id and name = :name and digest is null
            and sequence < :sequence""";

    private static final String OF = """
            select name, type, digest, artifact_id, contents, reason from run_artifact where submission_id = :id
            order by sequence, name""";

    Uni<Void> keep(StageEvent event, ArtifactLogged logged) {
        RunArtifact artifact = new RunArtifact(logged.name(), logged.type(), true, logged.digest(), logged.artifactId(),
                logged.contents(), null);
        return keep(event, artifact).chain(() -> Panache.getSession())
                .flatMap(session -> session.createNativeQuery(FORGET_REFUSAL).setParameter("id", event.submissionId())
                        .setParameter("name", logged.name()).setParameter("sequence", event.position().sequence())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> keep(StageEvent event, ArtifactNotLogged refused) {
        return keep(event, new RunArtifact(refused.name(), refused.type(), false, null, null, List.of(), refused.reason()));
    }

    private static Uni<Void> keep(StageEvent event, RunArtifact artifact) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(KEEP)
                .setParameter("id", event.submissionId()).setParameter("name", artifact.name())
                .setParameter("type", artifact.type()).setParameter("digest", artifact.digest())
                .setParameter("artifact", artifact.artifactId()).setParameter("contents", json(artifact.contents()))
                .setParameter("reason", artifact.reason()).setParameter("sequence", event.position().sequence())
                .executeUpdate()).replaceWithVoid();
    }

    /** Those of one submission, in the order in which they were told of. Joins the caller's session. */
    public Uni<List<RunArtifact>> of(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(OF, Object[].class)
                .setParameter("id", submissionId).getResultList())
                .map(rows -> rows.stream().map(RunArtifacts::read).toList());
    }

    private static RunArtifact read(@Nullable Object[] row) {
        return new RunArtifact(text(row[0]), text(row[1]), row[2] != null, (String) row[2], (String) row[3],
                digests(text(row[4])), (String) row[5]);
    }

    private static String text(@Nullable Object column) {
        return String.valueOf(column);
    }

    private static String json(List<String> digests) {
        try {
            return EventJson.mapper().writeValueAsString(digests);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A list of strings can be written", impossible);
        }
    }

    private static List<String> digests(String json) {
        try {
            return EventJson.mapper().readValue(json, DIGESTS);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("The service wrote this itself", corrupt);
        }
    }
}
