package dev.touchstone.events.artifacts;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.DeliveryConfig;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The artifacts that this service made. The same content is stored once. */
@ApplicationScoped
public class Artifacts {

    private static final String INSERT = """
            insert into artifact (digest, media_type, content) values (:digest, :type, :content) on conflict do nothing""";

    private final DeliveryConfig config;

    Artifacts(DeliveryConfig config) {
        this.config = config;
    }

    /** Stores the content in the caller's transaction. */
    public Uni<ArtifactRef> store(String name, String mediaType, byte[] content) {
        ArtifactRef ref = describe(name, mediaType, content);
        return Panache.getSession().flatMap(session -> session.createNativeQuery(INSERT)
                .setParameter("digest", ref.digest()).setParameter("type", mediaType).setParameter("content", content)
                .executeUpdate()).replaceWith(ref);
    }

    /** The artifact of this digest, or null where this service made none such. */
    public Uni<@Nullable StoredArtifact> find(String digest) {
        return Panache.getSession().flatMap(session -> session.find(StoredArtifact.class, digest));
    }

    /** The reference that {@link #store} answers with. */
    public ArtifactRef describe(String name, String mediaType, byte[] content) {
        String digest = digest(content);
        String base = config.publicUrl().toString().replaceAll("/$", "");
        return new ArtifactRef(name, mediaType, content.length, digest, URI.create(base + "/artifacts/" + digest));
    }

    /** {@code sha256:} and the content's hash in lower-case hexadecimal. */
    public static String digest(byte[] content) {
        try {
            return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
