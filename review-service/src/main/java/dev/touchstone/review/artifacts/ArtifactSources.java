package dev.touchstone.review.artifacts;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.review.Shown;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Which artifacts events have pointed to, and where. Works in the caller's transaction or session. */
@ApplicationScoped
public class ArtifactSources {

    private static final String INSERT = """
            insert into artifact_source (digest, url, name, media_type, size)
            values (:digest, :url, :name, :type, :size) on conflict do nothing""";

    public Uni<Void> note(List<ArtifactRef> artifacts) {
        Uni<Void> noted = Uni.createFrom().voidItem();
        for (ArtifactRef artifact : artifacts) {
            noted = noted.chain(() -> note(artifact));
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

    /** Where the content of this digest can be had; empty where no event pointed to it. */
    Uni<List<SourceRow>> of(String digest) {
        return Panache.getSession()
                .flatMap(session -> session.createSelectionQuery("from SourceRow where id.digest = :digest", SourceRow.class)
                        .setParameter("digest", digest).getResultList());
    }
}
