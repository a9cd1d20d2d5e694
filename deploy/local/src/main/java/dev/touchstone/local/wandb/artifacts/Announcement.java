package dev.touchstone.local.wandb.artifacts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.RunKey;

/**
 * What a client says when it announces an artifact.
 *
 * @param run without a run id if it is not of a run
 * @param input of the mutation
 */
public record Announcement(RunKey run, JsonNode input, Instant at) {

    /** @param entity taken where the client names none */
    public static Announcement of(JsonNode input, String entity, Instant at) {
        return new Announcement(new RunKey(Json.text(input, "entityName", entity), Json.text(input, "projectName", ""),
                Json.text(input, "runName", "")), input, at);
    }

    public String type() {
        return Json.text(input, "artifactTypeName", "");
    }

    /** The name without a version. */
    public String collection() {
        return Json.text(input, "artifactCollectionName", "");
    }

    /** Hex, over the manifest, see {@link ManifestDigest}. */
    public String digest() {
        return Json.text(input, "digest", "");
    }

    /** Whether {@link #digest} is the one that this emulator can compute. */
    boolean isMd5() {
        return Json.text(input, "digestAlgorithm", "MANIFEST_MD5").equals("MANIFEST_MD5");
    }

    public List<String> aliases() {
        List<String> aliases = new ArrayList<>();
        input.path("aliases").forEach(alias -> aliases.add(alias.path("alias").asText()));
        return aliases;
    }

    public @Nullable String text(String member) {
        return Json.text(input, member);
    }
}
