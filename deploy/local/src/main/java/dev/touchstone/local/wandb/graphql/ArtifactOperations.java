package dev.touchstone.local.wandb.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.artifacts.Artifacts;
import dev.touchstone.local.wandb.artifacts.EmulatedArtifact;
import dev.touchstone.local.wandb.artifacts.Uploads;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.Runs;

/** The GraphQL operations about artifacts. */
public final class ArtifactOperations {

    private final Runs runs;
    private final Artifacts artifacts;
    private final Uploads uploads;

    public ArtifactOperations(Runs runs, Artifacts artifacts, Uploads uploads) {
        this.runs = runs;
        this.artifacts = artifacts;
        this.uploads = uploads;
    }

    public GraphQlAnswer create(JsonNode variables) {
        JsonNode input = variables.path("input");
        String collection = Json.text(input, "artifactCollectionName", "");
        if (collection.isEmpty() || collection.length() > 128 || !collection.matches("[A-Za-z0-9_.-]+")) {
            return new GraphQlAnswer.Refused("createArtifact", 400,
                    "invalid artifact name: 1 to 128 characters of A-Z a-z 0-9 _ . -");
        }
        RunKey run = new RunKey(Json.text(input, "entityName", ""), Json.text(input, "projectName", ""),
                Json.text(input, "runName", ""));
        List<String> aliases = new ArrayList<>();
        input.path("aliases").forEach(alias -> aliases.add(alias.path("alias").asText()));
        EmulatedArtifact artifact = artifacts.announce(new EmulatedArtifact.Announcement(run,
                Json.text(input, "artifactTypeName", ""), collection, Json.text(input, "digest", ""), aliases),
                Json.text(input, "metadata"));
        return new GraphQlAnswer.Data("createArtifact", created(artifact));
    }

    private ObjectNode created(EmulatedArtifact artifact) {
        ObjectNode answer = Json.object();
        ObjectNode node = answer.putObject("artifact").put("id", artifact.id())
                .put("state", artifact.committed() ? "COMMITTED" : "PENDING");
        ObjectNode sequence = node.putObject("artifactSequence").put("id", "sequence-of-" + artifact.id());
        sequence.set("latestArtifact", artifacts.latest(artifact.announcement())
                .map(latest -> Json.object().put("id", latest.id())).orElse(null));
        return answer;
    }

    public GraphQlAnswer createManifest(JsonNode variables) {
        return withArtifact("createArtifactManifest", variables, artifact -> {
            ObjectNode answer = Json.object();
            ObjectNode file = answer.putObject("artifactManifest").put("id", "manifest-of-" + artifact.id())
                    .putObject("file").put("id", "file-of-" + artifact.id());
            if (variables.path("includeUpload").asBoolean()) {
                file.put("uploadUrl", uploads.open(new Uploads.Place(artifact.announcement().run().toString(),
                        artifact.displayName() + " manifest", Json.text(variables, "digest")), artifact::storeManifest));
                file.putArray("uploadHeaders").add("Content-MD5:" + variables.path("digest").asText())
                        .add("Content-Type:application/json");
            }
            return answer;
        });
    }

    /** The files come as a variable of their own or, from newer clients, within {@code input}. */
    public GraphQlAnswer createFiles(JsonNode variables) {
        JsonNode files = variables.has("input") ? variables.path("input").path("artifactFiles")
                : variables.path("artifactFiles");
        ObjectNode answer = Json.object();
        ArrayNode edges = answer.putObject("files").putArray("edges");
        for (JsonNode file : files) {
            Optional<EmulatedArtifact> artifact = artifacts.find(file.path("artifactID").asText());
            if (artifact.isEmpty()) {
                return new GraphQlAnswer.Refused("createArtifactFiles", 404, "artifact not found");
            }
            edges.addObject().set("node", place(artifact.get(), file));
        }
        return new GraphQlAnswer.Data("createArtifactFiles", answer);
    }

    private ObjectNode place(EmulatedArtifact artifact, JsonNode file) {
        String path = file.path("name").asText();
        ObjectNode node = Json.object().put("id", "file-of-" + artifact.id()).put("name", path).put("displayName", path)
                .put("storagePath", "wandb_artifacts/" + artifact.id() + "/" + path)
                .put("uploadUrl", uploads.open(new Uploads.Place(artifact.announcement().run().toString(),
                        artifact.displayName() + "/" + path, Json.text(file, "md5")),
                        content -> artifact.store(path, content)));
        node.putArray("uploadHeaders").add("Content-MD5:" + file.path("md5").asText());
        node.putNull("uploadMultipartUrls");
        node.putObject("artifact").put("id", artifact.id());
        return node;
    }

    public GraphQlAnswer commit(JsonNode variables) {
        Optional<EmulatedArtifact> found = artifacts.find(variables.path("artifactID").asText());
        String fault = found.map(EmulatedArtifact::fault).orElse("artifact not found");
        if (!fault.isEmpty()) {
            return new GraphQlAnswer.Refused("commitArtifact", 200, fault);
        }
        return withArtifact("commitArtifact", variables, artifact -> {
            artifacts.commit(artifact);
            ObjectNode answer = Json.object();
            answer.putObject("artifact").put("id", artifact.id()).put("digest", artifact.announcement().digest());
            return answer;
        });
    }

    public GraphQlAnswer use(JsonNode variables) {
        JsonNode input = variables.path("input");
        RunKey key = new RunKey(Json.text(input, "entityName", ""), Json.text(input, "projectName", ""),
                Json.text(input, "runName", ""));
        return withArtifact("useArtifact", input, artifact -> {
            runs.find(key).ifPresent(run -> run.use(artifact.displayName()));
            ObjectNode answer = Json.object();
            answer.putObject("artifact").put("id", artifact.id());
            return answer;
        });
    }

    private GraphQlAnswer withArtifact(String field, JsonNode named, Function<EmulatedArtifact, JsonNode> answer) {
        Optional<GraphQlAnswer> data = artifacts.find(named.path("artifactID").asText())
                .map(artifact -> new GraphQlAnswer.Data(field, answer.apply(artifact)));
        return data.orElseGet(() -> new GraphQlAnswer.Refused(field, 404, "artifact not found"));
    }
}
