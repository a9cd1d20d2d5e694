package dev.touchstone.local.wandb.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;

import dev.touchstone.local.wandb.artifacts.ArtifactCollection;
import dev.touchstone.local.wandb.artifacts.Artifacts;
import dev.touchstone.local.wandb.artifacts.CollectionKey;
import dev.touchstone.local.wandb.artifacts.EmulatedArtifact;
import dev.touchstone.local.wandb.artifacts.Uploads;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.Runs;

/** Artifacts, the collections that they are versions of, and the types of these. */
final class ArtifactTypes {

    private final Runs runs;
    private final Artifacts artifacts;
    private final ArtifactFileTypes files;

    ArtifactTypes(Runs runs, Artifacts artifacts, Uploads uploads) {
        this.runs = runs;
        this.artifacts = artifacts;
        this.files = new ArtifactFileTypes(uploads);
    }

    @Nullable
    Type byId(String id) {
        return artifacts.find(id).map(this::of).orElse(null);
    }

    @Nullable
    Type ofClientId(String clientId) {
        return artifacts.ofClientId(clientId).map(artifact -> new Type("ClientIDMapping").text("serverID", artifact.id()))
                .orElse(null);
    }

    Type of(EmulatedArtifact artifact) {
        var announcement = artifact.announcement();
        ArtifactCollection collection = artifacts.collection(artifact);
        Type type = new Type("Artifact").text("id", artifact.id()).text("digest", announcement.digest())
                .text("digestAlgorithm", announcement.text("digestAlgorithm"))
                .text("state", artifact.committed() ? "COMMITTED" : "PENDING")
                .text("description", artifact.description()).text("metadata", artifact.metadata())
                .text("createdAt", Connections.time(announcement.at())).text("updatedAt", Connections.time(announcement.at()))
                .text("commitHash", announcement.digest())
                // Nothing expires here.
                .leaf("ttlIsInherited", () -> BooleanNode.FALSE).leaf("ttlDurationSeconds", () -> IntNode.valueOf(-1))
                .leaf("versionIndex", () -> artifact.committed() ? IntNode.valueOf(artifact.version()) : null)
                .leaf("historyStep", () -> announcement.input().get("historyStep"))
                .leaf("tags", Json::array)
                .single("artifactType", () -> new Type("ArtifactType").text("name", announcement.type()))
                .single("artifactSequence", () -> collectionType(collection));
        return lineage(files.add(type, artifact), artifact)
                .with("aliases", field -> new Type.Value.Many(aliases(artifact, collection)))
                .with("artifactMemberships", field -> new Type.Value.Single(Connections.page("ArtifactMembership", field,
                        List.of(collection), each -> membershipType(each, artifact))));
    }

    private Type lineage(Type type, EmulatedArtifact artifact) {
        return type.single("createdBy", () -> run(artifact.announcement().run()).orElse(null))
                .with("usedBy", field -> new Type.Value.Single(Connections.page("Run", field,
                        artifact.users().stream().flatMap(key -> run(key).stream()).toList(), each -> each)));
    }

    private Optional<Type> run(RunKey key) {
        return runs.find(key).map(run -> new Type("Run").text("id", key.storageId()).text("name", key.runId())
                .text("displayName", run.displayName()).single("project", () -> project(key.entity(), key.project())));
    }

    private List<Type> aliases(EmulatedArtifact artifact, ArtifactCollection collection) {
        return collection.aliasesOf(artifact).stream().map(alias -> new Type("ArtifactAlias").text("id", alias)
                .text("alias", alias).single("artifactCollection", () -> collectionType(collection))).toList();
    }

    static Type project(String entity, String name) {
        RunKey key = new RunKey(entity, name, "");
        return new Type("Project").text("id", key.projectId()).text("name", name)
                .text("internalId", internalId(entity, name))
                .single("entity", () -> new Type("Entity").text("id", key.entityId()).text("name", entity));
    }

    /** The text of a number, by which clients tell projects. */
    static String internalId(String entity, String project) {
        return String.valueOf((entity + "/" + project).hashCode() & Integer.MAX_VALUE);
    }

    private Type collectionType(ArtifactCollection collection) {
        return new Type(collection.isPortfolio() ? "ArtifactPortfolio" : "ArtifactSequence")
                .text("id", "collection/" + collection.entity() + "/" + collection.project() + "/" + collection.name())
                .text("name", collection.name()).text("description", null).text("updatedAt", null)
                .text("createdAt", Connections.time(collection.createdAt()))
                .single("project", () -> project(collection.entity(), collection.project()))
                .single("defaultArtifactType", () -> new Type("ArtifactType").text("name", collection.type()))
                .single("latestArtifact", () -> collection.latest().map(this::of).orElse(null))
                .with("tags", field -> new Type.Value.Single(Connections.page("Tag", field, List.<Type> of(), each -> each)))
                .with("artifactMembership", field -> new Type.Value.Single(
                        collection.find(field.text("aliasName", "latest"))
                                .map(version -> membershipType(collection, version)).orElse(null)))
                .with("artifacts", field -> new Type.Value.Single(
                        Connections.page("Artifact", field, collection.versions().reversed(), this::of)));
    }

    private Type membershipType(ArtifactCollection collection, EmulatedArtifact artifact) {
        return files.add(new Type("ArtifactCollectionMembership"), artifact).text("id", artifact.id())
                .leaf("versionIndex", () -> IntNode.valueOf(collection.versionOf(artifact)))
                .text("createdAt", Connections.time(artifact.announcement().at()))
                .with("aliases", field -> new Type.Value.Many(aliases(artifact, collection)))
                .single("artifactCollection", () -> collectionType(collection)).single("artifact", () -> of(artifact));
    }

    /** What linking a version made. */
    Type linked(EmulatedArtifact artifact, CollectionKey key, int version) {
        return new Type("LinkArtifactPayload").leaf("versionIndex", () -> LongNode.valueOf(version))
                .single("artifactMembership",
                        () -> artifacts.collection(key).map(there -> membershipType(there, artifact)).orElse(null));
    }

    Type.Value named(RunKey project, String name) {
        return new Type.Value.Single(find(project, name).map(found -> of(found.version())).orElse(null));
    }

    Type.Value membership(RunKey project, String name) {
        return new Type.Value.Single(find(project, name)
                .map(found -> membershipType(found.collection(), found.version())).orElse(null));
    }

    private record Found(ArtifactCollection collection, EmulatedArtifact version) {
    }

    /** By {@code name}, {@code name:alias} or {@code name:v3}. */
    private Optional<Found> find(RunKey project, String name) {
        int colon = name.lastIndexOf(':');
        String collection = colon < 0 ? name : name.substring(0, colon);
        return artifacts.collection(new CollectionKey(project.entity(), project.project(), collection)).flatMap(there -> there
                .find(colon < 0 ? "latest" : name.substring(colon + 1)).map(version -> new Found(there, version)));
    }

    Type.Value collection(RunKey project, String name) {
        return new Type.Value.Single(artifacts.collection(new CollectionKey(project.entity(), project.project(), name))
                .map(this::collectionType).orElse(null));
    }

    Type.Value collections(RunKey project, Field field) {
        return new Type.Value.Single(
                Connections.page("ArtifactCollection", field, artifacts.collections(project), this::collectionType));
    }

    Type.Value typesOf(RunKey project, Field field) {
        return new Type.Value.Single(
                Connections.page("ArtifactType", field, artifacts.types(project), type -> typeType(project, type)));
    }

    Type.Value typeOf(RunKey project, String name) {
        return new Type.Value.Single(artifacts.types(project).contains(name) ? typeType(project, name) : null);
    }

    private Type typeType(RunKey project, String name) {
        Stream<ArtifactCollection> own = artifacts.collections(project).stream().filter(each -> each.type().equals(name));
        List<ArtifactCollection> collections = own.toList();
        return new Type("ArtifactType").text("id", "type/" + name).text("name", name).text("description", null)
                .text("createdAt", Connections.time(
                        collections.isEmpty() ? Instant.EPOCH : collections.getFirst().createdAt()))
                .with("artifactCollection", field -> collection(project, field.text("name", "")))
                .with("artifactCollections", field -> new Type.Value.Single(
                        Connections.page("ArtifactCollection", field, collections, this::collectionType)));
    }

    Type.Value loggedBy(RunKey run, Field field) {
        return page(artifacts.of(run).stream().filter(EmulatedArtifact::committed).toList(), field);
    }

    Type.Value usedBy(EmulatedRun run, Field field) {
        return page(run.used().stream().flatMap(id -> artifacts.find(id).stream()).toList(), field);
    }

    private Type.Value page(List<EmulatedArtifact> all, Field field) {
        return new Type.Value.Single(Connections.page("Artifact", field, all, this::of));
    }
}
