package dev.touchstone.local.wandb.graphql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;

import dev.touchstone.local.wandb.artifacts.Artifacts;
import dev.touchstone.local.wandb.artifacts.EmulatedArtifact;
import dev.touchstone.local.wandb.artifacts.Multipart;
import dev.touchstone.local.wandb.artifacts.Uploads;
import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.http.Json;

/** The places where an artifact's manifest and files are put. */
final class ManifestMutations {

    private static final String MANIFEST = "manifest-of-";

    private final Artifacts artifacts;
    private final Uploads uploads;
    private final Multipart multipart;

    ManifestMutations(Artifacts artifacts, Uploads uploads) {
        this.artifacts = artifacts;
        this.uploads = uploads;
        this.multipart = new Multipart(uploads);
    }

    GraphQlAnswer create(Field field) {
        JsonNode input = field.input();
        return artifacts.find(Json.text(input, "artifactID", ""))
                .map(artifact -> manifest("CreateArtifactManifestPayload", artifact, input))
                .orElseGet(ManifestMutations::missing);
    }

    GraphQlAnswer update(Field field) {
        JsonNode input = field.input();
        String id = Json.text(input, "artifactManifestID", "");
        return Optional.of(id).filter(given -> given.startsWith(MANIFEST))
                .flatMap(given -> artifacts.find(given.substring(MANIFEST.length())))
                .map(artifact -> manifest("UpdateArtifactManifestPayload", artifact, input))
                .orElseGet(ManifestMutations::missing);
    }

    private GraphQlAnswer manifest(String payload, EmulatedArtifact artifact, JsonNode input) {
        String digest = Json.text(input, "digest", "");
        String type = Json.text(input, "type", "FULL");
        Uploads.Place place = new Uploads.Place(artifact.announcement().run().toString(),
                artifact.announcement().collection() + " " + artifact.id() + " manifest", digest.isEmpty() ? null : digest);
        // The place is handed out only to who asks for it: the first call just reserves the manifest.
        Type file = new Type("File").text("id", "file-of-" + artifact.id()).text("name", "wandb_manifest.json")
                .with("uploadUrl", asked -> Connections.text(
                        uploads.open(place, content -> artifact.storeManifest(content, type))))
                .leaf("uploadHeaders", () -> Json.texts(List.of("Content-MD5:" + digest, "Content-Type:application/json")));
        return GraphQlAnswer.of(new Type(payload).single("artifactManifest",
                () -> new Type("ArtifactManifest").text("id", MANIFEST + artifact.id()).single("file", () -> file)));
    }

    /** The answers come in the order of the files that were asked for. */
    GraphQlAnswer createFiles(Field field) {
        List<Type> edges = new ArrayList<>();
        for (JsonNode file : field.input().path("artifactFiles")) {
            Optional<EmulatedArtifact> artifact = artifacts.find(file.path("artifactID").asText());
            if (artifact.isEmpty()) {
                return missing();
            }
            Type node = node(artifact.get(), file);
            edges.add(new Type("FileEdge").single("node", () -> node).text("cursor", null));
        }
        Type files = new Type("FileConnection").with("edges", asked -> new Type.Value.Many(edges));
        return GraphQlAnswer.of(new Type("CreateArtifactFilesPayload").single("files", () -> files));
    }

    private Type node(EmulatedArtifact artifact, JsonNode file) {
        String path = file.path("name").asText();
        String md5 = Json.text(file, "md5", "");
        Type node = new Type("File").text("id", "file-of-" + artifact.id()).text("name", path).text("displayName", path)
                .text("storagePath", storagePath(artifact, path))
                .single("artifact", () -> new Type("Artifact").text("id", artifact.id()))
                .leaf("uploadHeaders", () -> Json.texts(List.of("Content-MD5:" + md5)));
        Optional<Blob> known = uploads.known(md5);
        known.ifPresent(content -> artifact.store(path, content));
        Uploads.Place place = new Uploads.Place(artifact.announcement().run().toString(),
                artifact.announcement().collection() + " " + artifact.id() + "/" + path, md5.isEmpty() ? null : md5);
        // Bytes that the storage has already are not wanted again.
        String url = known.isPresent() ? null : uploads.open(place, content -> artifact.store(path, content));
        List<Integer> parts = StreamSupport.stream(file.path("uploadPartsInput").spliterator(), false)
                .map(part -> part.path("partNumber").asInt()).toList();
        return node.text("uploadUrl", url)
                .single("uploadMultipartUrls", () -> known.isPresent() || parts.isEmpty() ? null : parts(place, parts));
    }

    private static String storagePath(EmulatedArtifact artifact, String path) {
        return "wandb_artifacts/" + artifact.id() + "/" + path;
    }

    private Type parts(Uploads.Place place, List<Integer> numbers) {
        Multipart.Upload upload = multipart.begin(place, numbers);
        List<Type> parts = new ArrayList<>();
        upload.urls().forEach((number, url) -> parts.add(new Type("UploadUrlPart")
                .leaf("partNumber", () -> IntNode.valueOf(number)).text("uploadUrl", url)));
        return new Type("UploadMultipartUrls").text("uploadID", upload.id())
                .with("uploadUrlParts", asked -> new Type.Value.Many(parts));
    }

    GraphQlAnswer completeMultipart(Field field, Instant at) {
        JsonNode input = field.input();
        Optional<EmulatedArtifact> artifact = artifacts.find(Json.text(input, "artifactID", ""));
        String storagePath = Json.text(input, "storagePath", "");
        if (artifact.isEmpty() || !storagePath.startsWith(storagePath(artifact.get(), ""))) {
            return missing();
        }
        List<String> tags = new ArrayList<>();
        // What is called an MD5 here is what the storage answered as ETag.
        input.path("completedParts").forEach(part -> tags.add(part.path("hexMD5").asText().replace("\"", "")));
        return multipart.complete(Json.text(input, "uploadID", ""), tags, at).map(content -> {
            artifact.get().store(storagePath.substring(storagePath(artifact.get(), "").length()), content);
            return GraphQlAnswer.of(new Type("CompleteMultipartUploadArtifactPayload").text("digest", content.md5()));
        }).orElseGet(
                () -> new GraphQlAnswer.Refused(400, "parts are missing, or their ETags are not those that were answered"));
    }

    private static GraphQlAnswer missing() {
        return new GraphQlAnswer.Refused(404, "artifact not found");
    }
}
