package dev.touchstone.review.artifacts;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.review.Shown;
import dev.touchstone.review.Sight;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Which artifacts events have pointed to, and where. Works in the caller's transaction or session. */
@ApplicationScoped
public class ArtifactSources {

    private static final String INSERT = """
            insert into artifact_source (digest, url, name, media_type, size)
            values (:digest, :url, :name, :type, :size) on conflict do nothing""";
    private static final String INSERT_REVIEW = """
            insert into artifact_submission (digest, submission_id) values (:digest, :submission) on conflict do nothing""";
    private static final String IN_SIGHT = """
            select source.* from artifact_source source where source.digest = :digest and (:everything or exists (
                select 1 from artifact_submission join review_case using (submission_id)
                where artifact_submission.digest = source.digest and organization_id = :organization))""";

    public Uni<Void> note(UUID submissionId, List<ArtifactRef> artifacts) {
        Uni<Void> noted = Uni.createFrom().voidItem();
        for (ArtifactRef artifact : artifacts) {
            noted = noted.chain(() -> note(artifact)).chain(() -> note(submissionId, artifact.digest()));
        }
        return noted;
    }

    private static Uni<Void> note(ArtifactRef artifact) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(INSERT)
                .setParameter("digest", artifact.digest()).setParameter("url", artifact.url().toString())
                .setParameter("name", Shown.of(artifact.name()).text())
                .setParameter("type", Shown.of(artifact.mediaType()).text())
                .setParameter("size", artifact.size()).executeUpdate()).replaceWithVoid();
    }

    private static Uni<Void> note(UUID submissionId, String digest) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(INSERT_REVIEW)
                .setParameter("digest", digest).setParameter("submission", submissionId).executeUpdate()).replaceWithVoid();
    }

    /** Where the content of this digest can be had; empty where no event of a review in sight pointed to it. */
    Uni<List<SourceRow>> of(String digest, Sight sight) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(IN_SIGHT, SourceRow.class)
                        .setParameter("digest", Shown.of(digest).text())
                        .setParameter("everything", sight.everything())
                        .setParameter("organization", sight.organizationId()).getResultList());
    }
}
