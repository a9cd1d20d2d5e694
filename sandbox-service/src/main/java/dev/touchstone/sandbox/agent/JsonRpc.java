package dev.touchstone.sandbox.agent;

import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.sandbox.egress.Call;

/** A2A over JSON-RPC 2.0. */
record JsonRpc(A2aVersion version, Supplier<String> ids) implements A2aBinding {

    @Override
    public void describe(ObjectNode message, String text) {
        switch (version) {
            case V1_0 -> A2aVersion.describe(message, "parts", text);
            case V0_3 -> message.put("kind", "message").put("role", "user").putArray("parts").addObject().put("kind", "text")
                    .put("text", text);
        }
    }

    @Override
    public Call send(Endpoint to, ObjectNode request, boolean streaming) {
        return call(to, version.send(streaming), request);
    }

    @Override
    public Call get(Endpoint to, String taskId) {
        return call(to, version.get(), JsonNodeFactory.instance.objectNode().put("id", taskId));
    }

    private Call call(Endpoint to, String method, ObjectNode params) {
        if (version == A2aVersion.V1_0 && to.tenant() != null) {
            params.put("tenant", to.tenant());
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("id", ids.get())
                .put("method", method);
        request.set("params", params);
        return to.post(version.headers(), request);
    }

    @Override
    public Optional<Reading.Unusable> error(JsonNode answer) {
        JsonNode error = answer.path("error");
        return error.isObject()
                ? Optional.of(Reading.agentError("the agent reported error " + Reading.line(error.path("code").asText()))
                        .quoting(error.path("message").asText()).quoting(words(error.path("data"))))
                : Optional.empty();
    }

    private static String words(JsonNode data) {
        return data.isContainerNode() ? data.toString() : data.asText("");
    }

    @Override
    public JsonNode result(JsonNode answer) {
        return answer.path("result");
    }

    @Override
    public String state(String written) {
        return switch (version) {
            case V1_0 -> A2aVersion.state(written);
            case V0_3 -> written;
        };
    }
}
