package dev.touchstone.local.wandb.graphql;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.http.Request;

/** {@code POST /graphql}: finds the operation and answers it, or says that it is unknown; clients live with that. */
public final class GraphQl {

    private final RunOperations runs;
    private final ArtifactOperations artifacts;

    public GraphQl(RunOperations runs, ArtifactOperations artifacts) {
        this.runs = runs;
        this.artifacts = artifacts;
    }

    public Answer answer(Request request) {
        if (!request.is("POST")) {
            return Answer.error(405, "GraphQL is posted").with("Allow", "POST");
        }
        Optional<ObjectNode> body = Json.parse(request.body().text());
        return body.flatMap(GraphQl::operation)
                .map(operation -> answer(operation, body.get().path("variables"), request.at()))
                .orElseGet(() -> Answer.error(400, "the body has no GraphQL operation (of that name)"));
    }

    private static Optional<GraphQlOperation> operation(ObjectNode body) {
        return GraphQlOperation.find(body.path("query").asText(""), Json.text(body, "operationName"));
    }

    private Answer answer(GraphQlOperation operation, JsonNode variables, Instant at) {
        return switch (dispatch(operation.name(), variables, at)) {
            case GraphQlAnswer.Data(String field, JsonNode value) -> data(operation.keyOf(field), value);
            case GraphQlAnswer.Refused(String field, int status, String message) ->
                refusal(operation.keyOf(field), status, message);
        };
    }

    private static Answer data(String key, @Nullable JsonNode value) {
        ObjectNode answer = Json.object();
        answer.putObject("data").set(key, value);
        return Answer.json(200, answer);
    }

    private static Answer refusal(String key, int status, String message) {
        ObjectNode answer = Json.object();
        answer.putArray("errors").addObject().put("message", message).putArray("path").add(key);
        answer.putNull("data");
        return Answer.json(status, answer);
    }

    private GraphQlAnswer dispatch(String name, JsonNode variables, Instant at) {
        return switch (name) {
            case "Viewer" -> runs.viewer();
            case "ServerFeaturesQuery", "ServerInfo" -> runs.serverInfo();
            case "UpsertBucket" -> runs.upsertBucket(variables, at);
            case "RunResumeStatus" -> runs.resumeStatus(variables);
            case "RunStoppedStatus" -> runs.stoppedStatus(variables);
            case "CreateRunFiles" -> runs.createRunFiles(variables);
            case "NotifyScriptableRunAlert" -> runs.alert(variables, at);
            case "CreateArtifact" -> artifacts.create(variables);
            case "CreateArtifactManifest" -> artifacts.createManifest(variables);
            case "CreateArtifactFiles" -> artifacts.createFiles(variables);
            case "CommitArtifact" -> artifacts.commit(variables);
            case "UseArtifact" -> artifacts.use(variables);
            default -> new GraphQlAnswer.Refused(name, 200, "unknown operation " + name);
        };
    }
}
