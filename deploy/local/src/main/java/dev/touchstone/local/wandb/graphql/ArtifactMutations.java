package dev.touchstone.local.wandb.graphql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.artifacts.Announcement;
import dev.touchstone.local.wandb.artifacts.ArtifactCollection;
import dev.touchstone.local.wandb.artifacts.Artifacts;
import dev.touchstone.local.wandb.artifacts.CollectionKey;
import dev.touchstone.local.wandb.artifacts.EmulatedArtifact;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.Rule;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.Runs;

/** Announcing, committing, using and linking artifacts. */
final class ArtifactMutations {

    private final Runs runs;
    private final Artifacts artifacts;
    private final ArtifactTypes types;

    ArtifactMutations(Runs runs, Artifacts artifacts, ArtifactTypes types) {
        this.runs = runs;
        this.artifacts = artifacts;
        this.types = types;
    }

    GraphQlAnswer createType(Field field) {
        JsonNode input = field.input();
        String name = Json.text(input, "name", Json.text(input, "artifactTypeName", ""));
        artifacts.createType(RunMutations.key(input, runs.entity()), name);
        return GraphQlAnswer.of(new Type("CreateArtifactTypePayload")
                .single("artifactType", () -> new Type("ArtifactType").text("id", "type/" + name).text("name", name)));
    }

    GraphQlAnswer create(Field field, Instant at) {
        Announcement announcement = Announcement.of(field.input(), runs.entity(), at);
        if (!announcement.collection().matches("[A-Za-z0-9_.-]{1,128}")) {
            return new GraphQlAnswer.Refused(400, "invalid artifact name: 1 to 128 characters of A-Z a-z 0-9 _ . -");
        }
        if (!announcement.run().runId().isEmpty() && runs.find(announcement.run()).isEmpty()) {
            return new GraphQlAnswer.Refused(404, "run " + announcement.run() + " not found");
        }
        runs.createProject(announcement.run().entity(), announcement.run().project());
        EmulatedArtifact artifact = artifacts.announce(announcement);
        return payload("CreateArtifactPayload", artifact);
    }

    GraphQlAnswer commit(Field field, Instant at) {
        return with(field.input(), artifact -> {
            String fault = artifact.fault();
            if (!fault.isEmpty()) {
                runs.violations().of(artifact.announcement().run().toString(), at)
                        .report(Rule.DIGEST, artifact.displayName(), null, fault);
                return new GraphQlAnswer.Refused(200, fault);
            }
            artifacts.commit(artifact);
            return payload("CommitArtifactPayload", artifact);
        });
    }

    GraphQlAnswer use(Field field) {
        JsonNode input = field.input();
        RunKey key = RunMutations.key(input, runs.entity());
        return with(input, artifact -> runs.find(key).map(run -> {
            run.use(artifact.id());
            artifact.usedBy(key);
            return payload("UseArtifactPayload", artifact);
        }).orElseGet(() -> new GraphQlAnswer.Refused(404, "run " + key + " not found")));
    }

    GraphQlAnswer link(Field field) {
        JsonNode input = field.input();
        Optional<EmulatedArtifact> artifact = artifacts.find(Json.text(input, "artifactID", ""))
                .or(() -> artifacts.ofClientId(Json.text(input, "clientID", "")));
        CollectionKey portfolio = new CollectionKey(Json.text(input, "entityName", runs.entity()),
                Json.text(input, "projectName", ""), Json.text(input, "artifactPortfolioName", ""));
        return artifact.map(found -> types.linked(found, portfolio, artifacts.link(found, portfolio, aliases(input))))
                .map(GraphQlAnswer::of).orElseGet(ArtifactMutations::missing);
    }

    GraphQlAnswer update(Field field) {
        JsonNode input = field.input();
        return with(input, artifact -> {
            artifact.describe(Json.text(input, "metadata"), Json.text(input, "description"));
            if (input.path("aliases").isArray()) {
                ArtifactCollection collection = artifacts.collection(artifact);
                collection.aliasesOf(artifact).forEach(collection::removeAlias);
                aliases(input).forEach(alias -> collection.alias(alias, artifact));
            }
            return payload("UpdateArtifactPayload", artifact);
        });
    }

    GraphQlAnswer addAliases(Field field) {
        return with(field.input(), artifact -> {
            aliases(field.input()).forEach(alias -> artifacts.collection(artifact).alias(alias, artifact));
            return GraphQlAnswer.of(Connections.success("AddAliasesPayload", true));
        });
    }

    GraphQlAnswer deleteAliases(Field field) {
        return with(field.input(), artifact -> {
            aliases(field.input()).forEach(artifacts.collection(artifact)::removeAlias);
            return GraphQlAnswer.of(Connections.success("DeleteAliasesPayload", true));
        });
    }

    private static List<String> aliases(JsonNode input) {
        List<String> aliases = new ArrayList<>();
        input.path("aliases").forEach(alias -> aliases.add(alias.path("alias").asText()));
        return aliases;
    }

    private GraphQlAnswer payload(String name, EmulatedArtifact artifact) {
        return GraphQlAnswer.of(new Type(name).single("artifact", () -> types.of(artifact)).text("clientMutationId", null));
    }

    private GraphQlAnswer with(JsonNode input, Function<EmulatedArtifact, GraphQlAnswer> action) {
        return artifacts.find(Json.text(input, "artifactID", "")).map(action).orElseGet(ArtifactMutations::missing);
    }

    private static GraphQlAnswer missing() {
        return new GraphQlAnswer.Refused(404, "artifact not found");
    }
}
