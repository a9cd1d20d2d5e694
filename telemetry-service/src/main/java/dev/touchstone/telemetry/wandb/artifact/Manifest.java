package dev.touchstone.telemetry.wandb.artifact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.ExtendedJson.NotJson;
import dev.touchstone.telemetry.wandb.Md5;

/**
 * What an artifact holds, in W&amp;B's manifest format 1.
 *
 * @param contents by path, in ascending order of the paths' bytes in UTF-8
 */
public record Manifest(SortedMap<String, ManifestEntry> contents) {

    private static final int VERSION = 1;
    private static final String DIGEST_PREFIX = "wandb-artifact-manifest-v1\n";

    /** Not the order of Java's strings, in which what lies beyond the first 65,536 characters comes too early. */
    private static final Comparator<String> BYTES = (one, other) -> Arrays
            .compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    public Manifest {
        SortedMap<String, ManifestEntry> sorted = new TreeMap<>(BYTES);
        sorted.putAll(contents);
        contents = Collections.unmodifiableSortedMap(sorted);
    }

    /** Of an artifact that W&amp;B does not have yet. */
    public static Manifest of(List<? extends Entry> entries) {
        SortedMap<String, ManifestEntry> contents = new TreeMap<>(BYTES);
        entries.forEach(entry -> contents.put(entry.path(), ManifestEntry.of(entry)));
        return new Manifest(contents);
    }

    /**
     * What the artifact is known by: hexadecimal. It covers paths and digests, not sizes, addresses and the like, so that
     * two manifests of one digest may differ in these.
     */
    public String digest() {
        StringBuilder lines = new StringBuilder(DIGEST_PREFIX);
        contents.forEach((path, entry) -> lines.append(path).append(':').append(entry.digest()).append('\n'));
        return Md5.of(lines.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /**
     * The same with the artifacts that brought the bytes.
     *
     * @param birthArtifactIds by path; what is not in it stays as it is
     */
    Manifest bornIn(Map<String, String> birthArtifactIds) {
        SortedMap<String, ManifestEntry> born = new TreeMap<>(BYTES);
        contents.forEach((path, entry) -> born.put(path, entry.bornIn(birthArtifactIds.get(path))));
        return new Manifest(born);
    }

    public String toJson() {
        Map<String, Object> entries = new LinkedHashMap<>();
        contents.forEach((path, entry) -> entries.put(path, entry.members()));
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("version", VERSION);
        manifest.put("storagePolicy", "wandb-storage-policy-v1");
        manifest.put("storagePolicyConfig", Map.of("storageLayout", ArtifactOperations.LAYOUT));
        manifest.put("contents", entries);
        return ExtendedJson.write(manifest);
    }

    /**
     * @throws IllegalArgumentException if the text is no manifest of this version, or has a path that is no safe one
     */
    public static Manifest read(String json) {
        JsonNode manifest = parsed(json);
        Names.require(manifest.path("version").asInt(0) == VERSION && manifest.path("contents").isObject(),
                "Not a manifest of version " + VERSION);
        SortedMap<String, ManifestEntry> contents = new TreeMap<>(BYTES);
        manifest.path("contents").properties().forEach(member -> {
            Names.requirePath(member.getKey());
            contents.put(member.getKey(), ManifestEntry.read(member.getValue()));
        });
        return new Manifest(contents);
    }

    private static JsonNode parsed(String json) {
        try {
            return ExtendedJson.read(json);
        } catch (NotJson other) {
            throw new IllegalArgumentException("Not a manifest of version " + VERSION, other);
        }
    }
}
