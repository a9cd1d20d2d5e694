package dev.touchstone.telemetry.wandb.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;

import dev.touchstone.telemetry.wandb.ExtendedJson;

/**
 * What a W&B keeps of artifacts. Strict: it takes no bytes that are not what their digest says or that come with a key,
 * and commits nothing that is not whole. Of bytes it keeps only manifests.
 */
final class ArtifactStore {

    /** How a PUT ends. */
    record Put(int status, String etag, String body) {
    }

    private static final class Version {
        private String state = "PENDING";
        private JsonNode input = ExtendedJson.read("{}");
        private String manifestDigest = "";
        private String manifest = "";
    }

    private final String storage;
    private final Map<String, Version> versions = new LinkedHashMap<>();
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> accepted = new ConcurrentHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int addresses;

    /** Whether it knows the members that CreateArtifactFiles got last. */
    volatile boolean knowsNewerForm = true;
    volatile boolean refusesFiles;
    volatile boolean deletesWhatItHad;
    volatile boolean belowTheBase;
    volatile String features = "[]";

    ArtifactStore(String storage) {
        this.storage = storage;
    }

    /** By place: how large each upload was that was taken. */
    Map<String, List<Long>> accepted() {
        return new TreeMap<>(accepted);
    }

    long acceptedBytes() {
        return accepted.values().stream().flatMap(List::stream).mapToLong(size -> size).sum();
    }

    /** What a client must not do. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized String state(String artifactId) {
        return version(artifactId).state;
    }

    synchronized Manifest manifest(String artifactId) {
        return Manifest.read(version(artifactId).manifest);
    }

    synchronized int committed() {
        return (int) versions.values().stream().filter(version -> version.state.equals("COMMITTED")).count();
    }

    private Version version(String id) {
        Version version = versions.get(id);
        if (version == null) {
            throw new AssertionError("no artifact " + id);
        }
        return version;
    }

    synchronized String operation(String name, JsonNode variables) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        switch (name) {
            case "CreateArtifact" -> data.put("createArtifact", Map.of("artifact", create(variables.path("input"))));
            case "CreateArtifactManifest" -> data.put("createArtifactManifest", Map.of("artifactManifest", reserve(variables)));
            case "CreateArtifactFiles" -> {
                JsonNode input = variables.path("input");
                if (refusesFiles) {
                    return error("quota exceeded");
                }
                if (!input.isMissingNode() && !knowsNewerForm) {
                    return error("Field \\\"cloudRegionID\\\" is not defined by type CreateArtifactFilesInput");
                }
                data.put("createArtifactFiles", Map.of("files", Map.of("edges",
                        places((input.isMissingNode() ? variables : input).path("artifactFiles")))));
            }
            case "CompleteMultipartUploadArtifact" -> data.put("completeMultipartUploadArtifact", joined(variables));
            case "CommitArtifact" ->
                data.put("commitArtifact", Map.of("artifact", commit(variables.path("artifactID").asText())));
            case "UseArtifact" -> data.put("useArtifact",
                    Map.of("artifact", Map.of("id", variables.path("input").path("artifactID").asText())));
            case "LinkArtifact" -> data.put("linkArtifact", Map.of("versionIndex", 3));
            case "FetchOrgEntityFromEntity" -> data.put("entity",
                    Map.of("organization", Map.of("name", "Acme", "orgEntity", Map.of("name", "acme-org"))));
            case "ServerFeaturesQuery" -> data.put("serverInfo", Map.of("features", ExtendedJson.read(features)));
            default -> {
                return error("unknown operation");
            }
        }
        return ExtendedJson.write(Map.of("data", data));
    }

    private static String error(String message) {
        return "{\"errors\":[{\"message\":\"" + message + "\"}],\"data\":null}";
    }

    private Map<String, Object> create(JsonNode input) {
        String id = versions.entrySet().stream().filter(entry -> isSame(entry.getValue().input, input)).map(Map.Entry::getKey)
                .findFirst().orElseGet(() -> "artifact-" + (versions.size() + 1));
        Version version = versions.computeIfAbsent(id, fresh -> new Version());
        version.input = input;
        if (deletesWhatItHad && version.state.equals("COMMITTED")) {
            version.state = "DELETED";
            digests.clear();
        }
        return answer(id, version.state);
    }

    /** The same content of the same collection, or the same client's name for it. */
    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.path("clientID").equals(other.path("clientID"))
                || (one.path("digest").equals(other.path("digest"))
                        && one.path("artifactCollectionName").equals(other.path("artifactCollectionName")));
    }

    private Map<String, Object> answer(String id, String state) {
        Map<String, @Nullable Object> sequence = new LinkedHashMap<>();
        sequence.put("latestArtifact", versions.entrySet().stream().filter(entry -> entry.getValue().state.equals("COMMITTED"))
                .map(entry -> Map.of("id", entry.getKey())).reduce((first, last) -> last).orElse(null));
        return Map.of("id", id, "state", state, "artifactSequence", sequence);
    }

    private Map<String, Object> reserve(JsonNode variables) {
        String artifact = variables.path("artifactID").asText();
        if (!variables.path("includeUpload").asBoolean()) {
            return Map.of("id", "manifest-of-" + artifact, "file", Map.of("id", "file"));
        }
        version(artifact).manifestDigest = variables.path("digest").asText();
        return Map.of("id", "manifest-of-" + artifact, "file",
                Map.of("id", "file", "uploadUrl", address("/manifest/" + artifact),
                        "uploadHeaders",
                        List.of("Content-MD5:" + variables.path("digest").asText(), "Content-Type:application/json")));
    }

    private String address(String path) {
        return (belowTheBase ? "" : storage) + path + "?signature=" + addresses++;
    }

    private List<Object> places(JsonNode files) {
        List<Object> edges = new ArrayList<>();
        files.forEach(file -> edges.add(Map.of("node", place(file))));
        return edges;
    }

    private Map<String, @Nullable Object> place(JsonNode file) {
        String artifact = file.path("artifactID").asText();
        String path = "/files/" + artifact + "/" + Base64.getUrlEncoder().encodeToString(file.path("md5").asText().getBytes(
                StandardCharsets.UTF_8));
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("storagePath", path);
        node.put("artifact", Map.of("id", artifact));
        node.put("uploadHeaders", List.of("Content-MD5:" + file.path("md5").asText(), "Content-Length:1"));
        node.put("uploadMultipartUrls", null);
        node.put("uploadUrl", digests.containsKey(path) ? null : address(path));
        JsonNode parts = file.path("uploadPartsInput");
        if (parts.size() > 0 && !digests.containsKey(path)) {
            List<Object> addresses = new ArrayList<>();
            parts.forEach(part -> addresses.add(Map.of("partNumber", part.path("partNumber").asInt(), "uploadUrl",
                    address(path + "/" + part.path("partNumber").asInt()))));
            node.put("uploadMultipartUrls", Map.of("uploadID", "upload-of-" + path, "uploadUrlParts", addresses));
        }
        return node;
    }

    private Map<String, Object> joined(JsonNode variables) {
        String path = variables.path("storagePath").asText();
        for (JsonNode part : variables.path("completedParts")) {
            String stored = digests.get(path + "/" + part.path("partNumber").asInt());
            if (!("\"" + stored + "\"").equals(part.path("hexMD5").asText())) {
                faults.add("part " + part + " is not " + stored);
            }
        }
        digests.put(path, "joined");
        return Map.of("digest", "joined");
    }

    private Map<String, Object> commit(String id) {
        Version version = version(id);
        if (version.manifest.isEmpty() || !version.manifestDigest.equals(digests.get("/manifest/" + id))) {
            faults.add("committed without its manifest");
        }
        Manifest.read(version.manifest).contents().forEach((path, entry) -> {
            String place = "/files/" + entry.birthArtifactId() + "/" + Base64.getUrlEncoder()
                    .encodeToString(entry.digest().getBytes(StandardCharsets.UTF_8));
            if (entry.ref() == null && !digests.containsKey(place)) {
                faults.add("committed without " + path);
            }
        });
        if (!Manifest.read(version.manifest).digest().equals(version.input.path("digest").asText())) {
            faults.add("committed under another digest");
        }
        version.state = "COMMITTED";
        return Map.of("id", id, "digest", version.input.path("digest").asText());
    }

    Put put(HttpExchange exchange, InputStream in) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestHeaders().containsKey("Authorization") != belowTheBase) {
            faults.add("the key at " + path);
        }
        if (exchange.getRequestHeaders().getFirst("Content-Length") == null) {
            faults.add("no length at " + path);
        }
        DigestInputStream digested = new DigestInputStream(in, md5());
        byte[] kept = path.startsWith("/manifest/") ? digested.readAllBytes() : new byte[0];
        long size = kept.length + digested.transferTo(OutputStream.nullOutputStream());
        String digest = Base64.getEncoder().encodeToString(digested.getMessageDigest().digest());
        if (!digest.equals(exchange.getRequestHeaders().getFirst("Content-MD5"))) {
            return new Put(400, "", "<Error><Code>BadDigest</Code><Message>no</Message></Error>");
        }
        store(path, digest, size, kept);
        return new Put(200, "\"" + digest + "\"", "");
    }

    private synchronized void store(String path, String digest, long size, byte[] kept) {
        digests.put(path, digest);
        accepted.computeIfAbsent(path, fresh -> new ArrayList<>()).add(size);
        if (path.startsWith("/manifest/")) {
            version(path.substring("/manifest/".length())).manifest = new String(kept, StandardCharsets.UTF_8);
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
