package dev.touchstone.local.wandb.graphql;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;

import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.Runs;

/** A project: what {@code project} and, to older queries, {@code model} name. */
final class ProjectType {

    private final Runs runs;
    private final RunType runTypes;
    private final ArtifactTypes artifacts;

    ProjectType(Runs runs, RunType runTypes, ArtifactTypes artifacts) {
        this.runs = runs;
        this.runTypes = runTypes;
        this.artifacts = artifacts;
    }

    /** @return null if there is no such project */
    @Nullable
    Type find(Field field) {
        String entity = field.text("entityName", runs.entity());
        String project = field.text("name", "");
        return runs.hasProject(entity, project) ? of(entity, project) : null;
    }

    Type of(String entity, String project) {
        RunKey any = new RunKey(entity, project, "");
        Type type = ArtifactTypes.project(entity, project).text("entityName", entity).text("description", null)
                .leaf("readOnly", () -> BooleanNode.FALSE).text("access", "PRIVATE").text("createdAt", null)
                .leaf("isBenchmark", () -> BooleanNode.FALSE).text("views", null);
        return type.with("runCount", field -> Connections.leaf(IntNode.valueOf(matching(any, field).size())))
                .with("runs", field -> new Type.Value.Single(
                        Connections.page("Run", field, matching(any, field), runTypes::of)))
                .with("run", field -> run(any, field))
                .with("bucket", field -> run(any, field))
                .with("artifact", field -> artifacts.named(any, field.text("name", "")))
                .with("artifactType", field -> artifacts.typeOf(any, field.text("name", "")))
                .with("artifactTypes", field -> artifacts.typesOf(any, field))
                .with("artifactCollection", field -> artifacts.collection(any, field.text("name", "")))
                .with("artifactCollections", field -> artifacts.collections(any, field))
                .with("artifactCollectionMembership", field -> artifacts.membership(any, field.text("name", "")));
    }

    private Type.Value run(RunKey any, Field field) {
        return new Type.Value.Single(runs.find(new RunKey(any.entity(), any.project(), field.text("name", "")))
                .map(runTypes::of).orElse(null));
    }

    private List<EmulatedRun> matching(RunKey any, Field field) {
        JsonNode filters = RunFilter.parse(field.text("filters", "{}"));
        return runs.ofProject(any.entity(), any.project()).stream()
                .map(run -> RunProperties.of(run, runs.stateOf(run)))
                .filter(run -> RunFilter.matches(filters, run))
                .sorted(RunOrder.by(field.text("order", "+created_at")))
                .map(RunProperties::run).toList();
    }
}
