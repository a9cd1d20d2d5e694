package dev.touchstone.local.wandb.artifacts;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.http.Json;

/**
 * What an artifact contains.
 *
 * @param entries by path
 */
public record Manifest(Map<String, Entry> entries) {

    /**
     * @param digest base64 MD5, or, of a reference, what its storage says
     * @param reference whether the content lies elsewhere
     */
    public record Entry(String digest, boolean reference) {
    }

    /** @return empty if it is not JSON of version 1 */
    static Optional<Manifest> parse(Blob content) {
        return Json.parse(content.text()).filter(json -> json.path("version").asInt() == 1).map(json -> {
            Map<String, Entry> entries = new TreeMap<>();
            json.path("contents").properties().forEach(entry -> entries.put(entry.getKey(), entry(entry.getValue())));
            return new Manifest(entries);
        });
    }

    private static Entry entry(JsonNode entry) {
        return new Entry(entry.path("digest").asText(), entry.has("ref"));
    }

    String digest() {
        Map<String, String> digests = new TreeMap<>();
        entries.forEach((path, entry) -> digests.put(path, entry.digest()));
        return ManifestDigest.of(digests);
    }
}
