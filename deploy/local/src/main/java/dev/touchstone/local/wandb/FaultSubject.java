package dev.touchstone.local.wandb;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.artifacts.Artifacts;
import dev.touchstone.local.wandb.artifacts.Uploads;
import dev.touchstone.local.wandb.faults.Subject;
import dev.touchstone.local.wandb.graphql.GraphQl;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.http.Request;

/** Tells what a request is about, so that faults find the one that they are meant for. */
final class FaultSubject {

    /** Under these names the operations name their run. */
    private static final List<String> RUN = List.of("runName", "run", "runId", "name");

    private final Uploads uploads;
    private final Artifacts artifacts;

    FaultSubject(Uploads uploads, Artifacts artifacts) {
        this.uploads = uploads;
        this.artifacts = artifacts;
    }

    /** @return empty for what no fault is meant for, such as pages */
    Optional<Subject> of(Request request) {
        String path = "/" + String.join("/", request.path());
        return switch (request.segment(0)) {
            case "graphql" -> Optional.of(graphQl(request, path));
            case "files" -> Optional.of(new Subject("file_stream", "", path, request.segment(3)));
            case "upload" -> Optional.of(new Subject("upload", "", path, lastPart(uploads.runOf(request.segment(1)))));
            case "oidc" -> Optional.of(new Subject("oidc", "", path, ""));
            default -> Optional.empty();
        };
    }

    private Subject graphQl(Request request, String path) {
        ObjectNode body = Json.parse(request.body().text()).orElseGet(Json::object);
        return new Subject("graphql", GraphQl.operationName(body), path, run(body.path("variables")));
    }

    private String run(JsonNode variables) {
        JsonNode named = variables.has("input") ? variables.path("input") : variables;
        return RUN.stream().map(name -> Json.text(named, name, "")).filter(name -> !name.isEmpty()).findFirst()
                .or(() -> ofArtifact(named)).orElseGet(() -> ofStorageId(Json.text(named, "id", "")));
    }

    /** Once it is announced, an artifact is named by its id alone. */
    private Optional<String> ofArtifact(JsonNode named) {
        JsonNode files = named.path("artifactFiles");
        String id = Json.text(files.isEmpty() ? named : files.path(0), "artifactID", "");
        return artifacts.find(id).map(artifact -> artifact.announcement().run().runId());
    }

    /** A storage id hides {@code Run:v1:id:project:entity}. */
    private static String ofStorageId(String id) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(id), StandardCharsets.UTF_8).split(":", -1);
            return parts.length > 2 && parts[0].equals("Run") ? parts[2] : "";
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static String lastPart(String run) {
        return run.substring(run.lastIndexOf('/') + 1);
    }
}
