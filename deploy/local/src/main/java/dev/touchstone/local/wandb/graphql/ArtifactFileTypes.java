package dev.touchstone.local.wandb.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;

import dev.touchstone.local.wandb.artifacts.EmulatedArtifact;
import dev.touchstone.local.wandb.artifacts.Uploads;
import dev.touchstone.local.wandb.http.Blob;

/** What an artifact holds, with where to get it. */
final class ArtifactFileTypes {

    private final Uploads uploads;

    ArtifactFileTypes(Uploads uploads) {
        this.uploads = uploads;
    }

    Type add(Type type, EmulatedArtifact artifact) {
        return type.leaf("size", () -> LongNode.valueOf(artifact.size()))
                .leaf("fileCount", () -> IntNode.valueOf(artifact.files().size()))
                .single("currentManifest", () -> artifact.manifestFile().map(content -> manifest(artifact, content))
                        .orElse(null))
                .with("files", field -> new Type.Value.Single(
                        Connections.page("File", field, wanted(artifact, field), this::file)));
    }

    private Type manifest(EmulatedArtifact artifact, Blob content) {
        return new Type("ArtifactManifest").text("id", "manifest-of-" + artifact.id()).text("digest", content.md5())
                .single("file",
                        () -> new Type("File").text("id", "file-of-" + artifact.id()).text("name", "wandb_manifest.json")
                                .text("directUrl", uploads.download(content, "wandb_manifest.json")));
    }

    private static List<Map.Entry<String, Blob>> wanted(EmulatedArtifact artifact, Field field) {
        List<String> names = new ArrayList<>();
        field.argument("names").forEach(name -> names.add(name.asText()));
        return artifact.files().entrySet().stream().filter(file -> names.isEmpty() || names.contains(file.getKey())).toList();
    }

    private Type file(Map.Entry<String, Blob> file) {
        String url = uploads.download(file.getValue(), file.getKey());
        return new Type("File").text("id", file.getKey()).text("name", file.getKey()).text("displayName", file.getKey())
                .text("url", url).text("directUrl", url).text("storagePath", file.getKey()).text("mimetype", null)
                .text("updatedAt", null).text("md5", file.getValue().md5()).text("digest", file.getValue().md5())
                .leaf("sizeBytes", () -> IntNode.valueOf(file.getValue().size()));
    }
}
