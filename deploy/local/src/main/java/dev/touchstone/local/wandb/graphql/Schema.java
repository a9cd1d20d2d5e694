package dev.touchstone.local.wandb.graphql;

import java.time.Instant;

import dev.touchstone.local.wandb.artifacts.Artifacts;
import dev.touchstone.local.wandb.artifacts.Uploads;
import dev.touchstone.local.wandb.runs.Runs;

/** The root fields of queries and mutations. */
public final class Schema {

    private final AccountTypes accounts;
    private final ProjectType projects;
    private final ArtifactTypes artifactTypes;
    private final RunMutations runMutations;
    private final FileMutations fileMutations;
    private final ArtifactMutations artifactMutations;
    private final ManifestMutations manifestMutations;

    public Schema(Runs runs, Artifacts artifacts, Uploads uploads) {
        accounts = new AccountTypes(runs);
        artifactTypes = new ArtifactTypes(runs, artifacts, uploads);
        RunType runTypes = new RunType(runs, artifactTypes, uploads);
        projects = new ProjectType(runs, runTypes, artifactTypes);
        runMutations = new RunMutations(runs, runTypes, projects);
        fileMutations = new FileMutations(runs, uploads);
        artifactMutations = new ArtifactMutations(runs, artifacts, artifactTypes);
        manifestMutations = new ManifestMutations(artifacts, uploads);
    }

    GraphQlAnswer resolve(Operation operation, Field field, Instant at) {
        return operation.mutation() ? mutation(field, at) : query(field);
    }

    private GraphQlAnswer query(Field field) {
        return switch (field.name()) {
            case "__typename" -> new GraphQlAnswer.Data(Connections.text("Query"));
            case "viewer" -> GraphQlAnswer.of(accounts.viewer());
            case "serverInfo" -> GraphQlAnswer.of(accounts.serverInfo());
            case "entity" -> GraphQlAnswer.of(accounts.entity(field));
            case "organization" -> GraphQlAnswer.of(accounts.organization(field.text("name", "")));
            case "model", "project" -> GraphQlAnswer.of(projects.find(field));
            case "artifact" -> GraphQlAnswer.of(artifactTypes.byId(field.text("id", "")));
            case "clientIDMapping" -> GraphQlAnswer.of(artifactTypes.ofClientId(field.text("clientID", "")));
            default -> unknown(field, "Query");
        };
    }

    private GraphQlAnswer mutation(Field field, Instant at) {
        return switch (field.name()) {
            case "upsertBucket" -> runMutations.upsert(field, at);
            case "deleteRun" -> runMutations.delete(field);
            case "stopRun" -> runMutations.stop(field);
            case "updateRunState" -> runMutations.updateState(field);
            case "rewindRun" -> runMutations.rewind(field);
            case "upsertModel" -> runMutations.upsertProject(field);
            case "notifyScriptableRunAlert" -> runMutations.alert(field, at);
            case "createRunFiles" -> fileMutations.create(field);
            case "markRunFilesUploaded" -> fileMutations.markUploaded(field);
            case "createArtifactType" -> artifactMutations.createType(field);
            case "createArtifact" -> artifactMutations.create(field, at);
            case "commitArtifact" -> artifactMutations.commit(field, at);
            case "useArtifact" -> artifactMutations.use(field);
            case "linkArtifact" -> artifactMutations.link(field);
            case "updateArtifact" -> artifactMutations.update(field);
            case "addAliases" -> artifactMutations.addAliases(field);
            case "deleteAliases" -> artifactMutations.deleteAliases(field);
            case "createArtifactManifest" -> manifestMutations.create(field);
            case "updateArtifactManifest" -> manifestMutations.update(field);
            case "createArtifactFiles" -> manifestMutations.createFiles(field);
            case "completeMultipartUploadArtifact" -> manifestMutations.completeMultipart(field, at);
            default -> unknown(field, "Mutation");
        };
    }

    private static GraphQlAnswer unknown(Field field, String type) {
        return new GraphQlAnswer.Refused(200, "Cannot query field \"" + field.name() + "\" on type \"" + type + "\".");
    }
}
