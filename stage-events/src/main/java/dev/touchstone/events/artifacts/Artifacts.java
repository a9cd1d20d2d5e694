package dev.touchstone.events.artifacts;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.DeliveryConfig;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The artifacts that this service made. The same content is stored once, and kept as long as the longest kept of its names. */
@ApplicationScoped
public class Artifacts {

    /** What was forgotten comes back with its content. */
    private static final String INSERT = """
            insert into artifact (digest, media_type, size, encoding, content)
            values (:digest, :type, :size, :encoding, :content)
            on conflict (digest) do update set encoding = excluded.encoding, content = excluded.content, forgotten_at = null
            where artifact.content is null""";

    private static final String NAME = """
            insert into artifact_name (digest, name, stored_at) values (:digest, :name, :now)
            on conflict (digest, name) do update set stored_at = excluded.stored_at""";

    private final DeliveryConfig config;
    private final Clock clock;

    Artifacts(DeliveryConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Stores the content in the caller's transaction. */
    public Uni<ArtifactRef> store(String name, String mediaType, byte[] content) {
        ArtifactRef ref = describe(name, mediaType, content);
        Packed packed = Packed.of(content);
        return Panache.getSession().flatMap(session -> session.createNativeQuery(INSERT)
                .setParameter("digest", ref.digest()).setParameter("type", mediaType).setParameter("size", ref.size())
                .setParameter("encoding", packed.encoding()).setParameter("content", packed.bytes()).executeUpdate()
                .chain(() -> session.createNativeQuery(NAME).setParameter("digest", ref.digest())
                        .setParameter("name", name).setParameter("now", clock.instant()).executeUpdate()))
                .replaceWith(ref);
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
