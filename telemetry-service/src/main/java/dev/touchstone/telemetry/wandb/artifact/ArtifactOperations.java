package dev.touchstone.telemetry.wandb.artifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.WandbHttp;
import dev.touchstone.telemetry.wandb.api.GraphQl;

/** The GraphQL operations by which an artifact is made. All may be repeated. */
final class ArtifactOperations {

    /** How the storage is arranged: by what the bytes are, not by what they are called. */
    static final String LAYOUT = "V2";

    private static final String MANIFEST_NAME = "wandb_manifest.json";

    /** The statuses of a document that a server does not understand. */
    private static final Set<Integer> NOT_UNDERSTOOD = Set.of(200, 400, 422);

    private final GraphQl graphQl;

    /** Learned from this server's refusal. */
    private volatile boolean wantsOlderForm;

    ArtifactOperations(GraphQl graphQl) {
        this.graphQl = graphQl;
    }

    /**
     * An artifact as W&amp;B has it.
     *
     * @param committed whether all of its bytes are there
     * @param base the collection's newest version; null where there is none
     */
    record Created(String id, boolean committed, @Nullable String base) {
    }

    /**
     * @param input of the mutation, see {@link CreateInput}
     */
    Answer<Created> create(Map<String, @Nullable Object> input) throws InterruptedException {
        return data("CreateArtifact", Documents.CREATE, Map.of("input", input)).then(data -> {
            JsonNode artifact = data.path("createArtifact").path("artifact");
            String id = artifact.path("id").asText("");
            JsonNode base = artifact.path("artifactSequence").path("latestArtifact").path("id");
            return switch (artifact.path("state").asText("")) {
                case "COMMITTED" -> Answer.accepted(new Created(id, true, null));
                // What old servers say of a version that was deleted and is being made again.
                case "PENDING", "DELETED" -> Answer.accepted(new Created(id, false, base.isTextual() ? base.asText() : null));
                default -> GraphQl.unexpected("CreateArtifact");
            };
        }).then(created -> created.id().isEmpty() ? GraphQl.unexpected("CreateArtifact") : Answer.accepted(created));
    }

    /** Reserves the manifest, which files are then said to belong to; gives its id. */
    Answer<String> reserveManifest(ArtifactDraft draft, Created created) throws InterruptedException {
        return manifest(draft, created, "", false).then(manifest -> manifest.path("id").isTextual()
                ? Answer.accepted(manifest.path("id").asText())
                : GraphQl.unexpected("CreateArtifactManifest"));
    }

    /** Where the manifest itself goes. */
    Answer<UploadPlace.Way> manifestPlace(ArtifactDraft draft, Created created, String digest) throws InterruptedException {
        return manifest(draft, created, digest, true).then(manifest -> UploadPlace.way(manifest.path("file"))
                .map(Answer::accepted).orElseGet(() -> GraphQl.unexpected("CreateArtifactManifest")));
    }

    private Answer<JsonNode> manifest(ArtifactDraft draft, Created created, String digest, boolean withUpload)
            throws InterruptedException {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put("artifactID", created.id());
        variables.put("baseArtifactID", created.base());
        variables.put("name", MANIFEST_NAME);
        variables.put("digest", digest);
        variables.put("entityName", draft.entity());
        variables.put("projectName", draft.project());
        variables.put("runName", draft.runId());
        variables.put("manifestType", "FULL");
        variables.put("includeUpload", withUpload);
        return data("CreateArtifactManifest", Documents.MANIFEST, variables)
                .then(data -> Answer.accepted(data.path("createArtifactManifest").path("artifactManifest")));
    }

    /** Where files go, in the order of the request. */
    Answer<List<UploadPlace>> places(List<Map<String, @Nullable Object>> files) throws InterruptedException {
        return filesInServersForm(files).then(data -> {
            List<UploadPlace> places = new ArrayList<>();
            data.path("createArtifactFiles").path("files").path("edges")
                    .forEach(edge -> UploadPlace.read(edge.path("node")).ifPresent(places::add));
            return places.size() == files.size() ? Answer.accepted(List.copyOf(places))
                    : GraphQl.unexpected("CreateArtifactFiles");
        });
    }

    /** The newer form first. A server that refuses both did not refuse the form. */
    private Answer<JsonNode> filesInServersForm(List<Map<String, @Nullable Object>> files) throws InterruptedException {
        if (wantsOlderForm) {
            return olderForm(files);
        }
        Answer<JsonNode> newer = newerForm(files);
        if (!(newer instanceof Refused<JsonNode> refused) || !NOT_UNDERSTOOD.contains(refused.status())) {
            return newer;
        }
        Answer<JsonNode> older = olderForm(files);
        if (older instanceof Accepted<JsonNode>) {
            wantsOlderForm = true;
        }
        return older instanceof Refused<JsonNode> ? newer : older;
    }

    private Answer<JsonNode> newerForm(List<Map<String, @Nullable Object>> files) throws InterruptedException {
        Map<String, @Nullable Object> input = new LinkedHashMap<>();
        input.put("artifactFiles", files);
        input.put("clientMutationId", null);
        input.put("cloudRegionID", null);
        input.put("storageLayout", LAYOUT);
        return data("CreateArtifactFiles", Documents.FILES, Map.of("input", input));
    }

    private Answer<JsonNode> olderForm(List<Map<String, @Nullable Object>> files) throws InterruptedException {
        return data("CreateArtifactFiles", Documents.FILES_OLDER, Map.of("artifactFiles", files, "storageLayout", LAYOUT));
    }

    /**
     * Joins the parts of a file.
     *
     * @param etags of the parts, in their order
     */
    Answer<String> completeParts(UploadPlace place, String uploadId, List<String> etags) throws InterruptedException {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (String etag : etags) {
            // The member is called so though it holds the storage's name for the part.
            parts.add(Map.of("partNumber", parts.size() + 1, "hexMD5", etag));
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("completeMultipartAction", "Complete");
        variables.put("completedParts", parts);
        variables.put("artifactID", place.birthArtifactId());
        variables.put("storagePath", place.storagePath());
        variables.put("uploadID", uploadId);
        return data("CompleteMultipartUploadArtifact", Documents.COMPLETE_PARTS, variables).then(data -> Answer
                .accepted(data.path("completeMultipartUploadArtifact").path("digest").asText("")));
    }

    Answer<String> commit(String artifactId) throws InterruptedException {
        return data("CommitArtifact", Documents.COMMIT, Map.of("artifactID", artifactId))
                .then(data -> id("CommitArtifact", data.path("commitArtifact")));
    }

    Answer<String> use(Map<String, @Nullable Object> input) throws InterruptedException {
        return data("UseArtifact", Documents.USE, Map.of("input", input))
                .then(data -> id("UseArtifact", data.path("useArtifact")));
    }

    private static Answer<String> id(String operation, JsonNode payload) {
        JsonNode id = payload.path("artifact").path("id");
        return id.isTextual() ? Answer.accepted(id.asText()) : GraphQl.unexpected(operation);
    }

    /** The number of the version in the collection that it was linked to; empty where the server does not say. */
    Answer<Optional<Integer>> link(Map<String, @Nullable Object> variables) throws InterruptedException {
        return data("LinkArtifact", Documents.LINK, variables).then(data -> {
            JsonNode link = data.path("linkArtifact");
            JsonNode version = link.path("versionIndex");
            return link.isObject() ? Answer.accepted(version.isInt() ? Optional.of(version.asInt()) : Optional.empty())
                    : GraphQl.unexpected("LinkArtifact");
        });
    }

    /** The entity that owns the registries of a team's organization. */
    Answer<String> organizationOf(String entity) throws InterruptedException {
        return data("FetchOrgEntityFromEntity", Documents.ORGANIZATION, Map.of("entityName", entity)).then(data -> {
            JsonNode name = data.path("entity").path("organization").path("orgEntity").path("name");
            return name.isTextual() ? Answer.accepted(name.asText())
                    : new Refused<>(200, "The entity belongs to no organization that has registries");
        });
    }

    private Answer<JsonNode> data(String operation, String document, Map<String, ? extends @Nullable Object> variables)
            throws InterruptedException {
        return graphQl.data(operation, document, variables, WandbHttp.LASTING);
    }
}
