package dev.touchstone.telemetry.wandb.artifact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;

/**
 * What a manifest says of one path.
 *
 * @param digest base64 MD5 of a file; of a reference whatever tells its versions apart
 * @param size in bytes; null where it was not said
 * @param ref the address of a reference; null for a file
 * @param birthArtifactId the artifact with which W&amp;B got the bytes; null for a reference
 * @param extra of the reference's own scheme
 */
public record ManifestEntry(String digest, @Nullable Long size, @Nullable String ref, @Nullable String birthArtifactId,
        Map<String, JsonNode> extra) {

    public ManifestEntry {
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    static ManifestEntry of(Entry entry) {
        return switch (entry) {
            case FileEntry file ->
                new ManifestEntry(file.content().md5().base64(), file.content().size(), null, null, Map.of());
            case Reference ref -> new ManifestEntry(ref.digest(), ref.size(), ref.uri().toString(), null, Map.of());
        };
    }

    ManifestEntry bornIn(@Nullable String artifactId) {
        return artifactId == null ? this : new ManifestEntry(digest, size, ref, artifactId, extra);
    }

    /** Members without a value are left out. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("digest", digest);
        put(members, "ref", ref);
        put(members, "size", size);
        put(members, "birthArtifactID", birthArtifactId);
        if (!extra.isEmpty()) {
            members.put("extra", extra);
        }
        return members;
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    /** Members that are not known are passed over: the official client lets some of its own slip in. */
    static ManifestEntry read(JsonNode entry) {
        Names.require(entry.path("digest").isTextual(), "An entry of a manifest has a digest");
        Map<String, JsonNode> extra = new LinkedHashMap<>();
        entry.path("extra").properties().forEach(member -> extra.put(member.getKey(), member.getValue()));
        return new ManifestEntry(entry.path("digest").asText(),
                entry.path("size").isIntegralNumber() ? (Long) entry.path("size").asLong() : null,
                text(entry.path("ref")), text(entry.path("birthArtifactID")), extra);
    }

    private static @Nullable String text(JsonNode value) {
        return value.isTextual() ? value.asText() : null;
    }

    @Override
    public String toString() {
        return ExtendedJson.write(members());
    }
}
