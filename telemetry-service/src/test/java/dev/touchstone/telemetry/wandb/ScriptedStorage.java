package dev.touchstone.telemetry.wandb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;

/** What {@link ScriptedWandb} keeps beside lines: artifacts by their digest, files of runs, alerts. */
public final class ScriptedStorage {

    /** An artifact: what it was made of, and its files by path. */
    public static final class Version {

        public final String id;
        public final JsonNode input;
        public final Map<String, String> files = new ConcurrentHashMap<>();
        public volatile boolean committed;

        Version(String id, JsonNode input) {
            this.id = id;
            this.input = input;
        }

        public String name() {
            return input.path("artifactCollectionName").asText();
        }

        public List<String> aliases() {
            List<String> aliases = new ArrayList<>();
            input.path("aliases").forEach(alias -> aliases.add(alias.path("alias").asText()));
            return aliases;
        }
    }

    private final List<Version> versions = new CopyOnWriteArrayList<>();
    private final Map<String, String> runFiles = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> used = new ConcurrentHashMap<>();
    private final List<JsonNode> alerts = new CopyOnWriteArrayList<>();
    /** The type of artifacts that it does not want. */
    public volatile String unwanted = "";

    /** The artifacts of a run that are whole. */
    public List<Version> versionsOf(String runId) {
        return versions.stream().filter(each -> each.committed && each.input.path("runName").asText().equals(runId)).toList();
    }

    public Optional<Version> version(String runId, String type) {
        return versionsOf(runId).stream().filter(each -> each.input.path("artifactTypeName").asText().equals(type)).findFirst();
    }

    /** The ids of the artifacts that the run uses. */
    public Set<String> usedBy(String runId) {
        return used.getOrDefault(runId, Set.of());
    }

    public Optional<String> fileOf(String runId, String name) {
        return Optional.ofNullable(runFiles.get(runId + "/" + name));
    }

    public List<JsonNode> alertsOf(String runId) {
        return alerts.stream().filter(each -> each.path("runName").asText().equals(runId)).toList();
    }

    /** As an upload of an offline run does. */
    public void alert(String runId, String title) {
        alerts.add(ExtendedJson.node(Map.of("runName", runId, "title", title)));
    }

    /** Empty for operations of others. */
    Optional<String> operation(String name, JsonNode variables) {
        Map<String, Object> data = switch (name) {
            case "CreateArtifact" -> created(variables.path("input"));
            case "CreateArtifactManifest" ->
                Map.of("createArtifactManifest", Map.of("artifactManifest", Map.of("id", "m", "file",
                        Map.of("id", "f", "uploadUrl", "/storage/manifest", "uploadHeaders", List.of()))));
            case "CreateArtifactFiles" -> Map.of("createArtifactFiles", Map.of("files",
                    Map.of("edges", places(variables.path("input").path("artifactFiles")))));
            case "CommitArtifact" -> committed(variables.path("artifactID").asText());
            case "UseArtifact" -> used(variables.path("input"));
            case "CreateRunFiles" -> runFiles(variables);
            case "NotifyScriptableRunAlert" -> Map.of("notifyScriptableRunAlert", Map.of("success", alerts.add(variables)));
            default -> Map.of();
        };
        return data.isEmpty() ? Optional.empty()
                : Optional.of(ExtendedJson.write(data.containsKey("errors") ? data
                        : Map.of("data", data)));
    }

    private synchronized Map<String, Object> created(JsonNode input) {
        if (input.path("artifactTypeName").asText().equals(unwanted)) {
            return Map.of("errors", List.of(Map.of("message", "this server wants no such artifact")));
        }
        Version version = versions.stream().filter(each -> each.input.path("digest").equals(input.path("digest"))
                && each.name().equals(input.path("artifactCollectionName").asText())).findFirst().orElseGet(() -> {
                    Version added = new Version("QXJ0aWZhY3Q6" + versions.size(), input);
                    versions.add(added);
                    return added;
                });
        return Map.of("createArtifact", Map.of("artifact", Map.of("id", version.id, "state",
                version.committed ? "COMMITTED" : "PENDING", "artifactSequence", Map.of())));
    }

    private static List<Map<String, Object>> places(JsonNode files) {
        List<Map<String, Object>> edges = new ArrayList<>();
        for (JsonNode file : files) {
            String place = file.path("artifactID").asText() + "/" + file.path("name").asText();
            edges.add(Map.of("node", Map.of("storagePath", place, "uploadUrl", "/storage/artifact/" + place, "uploadHeaders",
                    List.of(), "artifact", Map.of("id", file.path("artifactID").asText()))));
        }
        return edges;
    }

    private Map<String, Object> committed(String id) {
        versions.stream().filter(each -> each.id.equals(id)).forEach(each -> each.committed = true);
        return Map.of("commitArtifact", Map.of("artifact", Map.of("id", id, "digest", "")));
    }

    private Map<String, Object> used(JsonNode input) {
        used.computeIfAbsent(input.path("runName").asText(), run -> ConcurrentHashMap.newKeySet())
                .add(input.path("artifactID").asText());
        return Map.of("useArtifact", Map.of("artifact", Map.of("id", input.path("artifactID").asText())));
    }

    private static Map<String, Object> runFiles(JsonNode variables) {
        List<Map<String, Object>> files = new ArrayList<>();
        variables.path("files").forEach(name -> files.add(Map.of("name", name.asText(), "uploadUrl",
                "/storage/run/" + variables.path("run").asText() + "/" + name.asText())));
        Map<String, Object> created = new LinkedHashMap<>();
        created.put("runID", "run");
        created.put("uploadHeaders", List.of());
        created.put("files", files);
        return Map.of("createRunFiles", created);
    }

    void put(String path, byte[] content) {
        String[] parts = path.split("/", 5);
        String text = new String(content, StandardCharsets.UTF_8);
        switch (parts[2]) {
            case "artifact" -> versions.stream().filter(each -> each.id.equals(parts[3]))
                    .forEach(each -> each.files.put(parts[4], text));
            case "run" -> runFiles.put(parts[3] + "/" + parts[4], text);
            default -> {
                // The manifest is checked where the client is.
            }
        }
    }
}
