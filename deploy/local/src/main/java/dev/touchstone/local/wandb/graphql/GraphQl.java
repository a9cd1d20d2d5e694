package dev.touchstone.local.wandb.graphql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.http.Request;

/**
 * {@code POST /graphql}: carries out an operation and answers what it selects. What this emulator does not know is an error
 * with status 200, as it is for a server that is older than its client; clients live with that.
 */
public final class GraphQl {

    private final Schema schema;

    public GraphQl(Schema schema) {
        this.schema = schema;
    }

    /** The name of the operation that a request is for; empty if it has none. */
    public static String operationName(ObjectNode body) {
        try {
            return parse(body).name();
        } catch (NotGraphQl none) {
            return "";
        }
    }

    private static Operation parse(ObjectNode body) {
        return Parser.parse(body.path("query").asText(""), Json.text(body, "operationName"), body.path("variables"));
    }

    public Answer answer(Request request) {
        if (!request.is("POST")) {
            return Answer.error(405, "GraphQL is posted").with("Allow", "POST");
        }
        Optional<ObjectNode> body = Json.parse(request.body().text());
        if (body.isEmpty()) {
            return Answer.error(400, "the body is not a JSON object");
        }
        Operation operation;
        try {
            operation = parse(body.get());
        } catch (NotGraphQl fault) {
            return refusal(List.of(), 400, fault.words());
        }
        return carryOut(operation, request.at());
    }

    private Answer carryOut(Operation operation, Instant at) {
        ObjectNode answer = Json.object();
        ObjectNode data = answer.putObject("data");
        for (Field field : operation.selection()) {
            try {
                switch (schema.resolve(operation, field, at)) {
                    case GraphQlAnswer.Data(Type.Value value) ->
                        data.set(field.key(), Executor.answered(value, field.selection()));
                    case GraphQlAnswer.Refused(int status, String message) -> {
                        return refusal(List.of(field.key()), status, message);
                    }
                }
            } catch (NotGraphQl fault) {
                return refusal(List.of(field.key()), 200, fault.words());
            }
        }
        return Answer.json(200, answer);
    }

    private static Answer refusal(List<String> path, int status, String message) {
        ObjectNode answer = Json.object();
        ObjectNode error = answer.putArray("errors").addObject().put("message", message);
        error.set("path", Json.texts(new ArrayList<>(path)));
        answer.putNull("data");
        return Answer.json(status, answer);
    }
}
