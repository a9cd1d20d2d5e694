package dev.touchstone.sandbox.agent;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.egress.Call;

/** A2A over JSON-RPC, in either version. */
final class A2aDialect implements Dialect {

    /** Ids are the agent's to choose, but they go into every further request and into reports. */
    private static final int LONGEST_ID = 512;

    private final A2aVersion version;
    private final Supplier<String> ids;

    A2aDialect(A2aVersion version, Supplier<String> ids) {
        this.version = version;
        this.ids = ids;
    }

    @Override
    public Call say(String endpoint, Prompt prompt) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        ObjectNode message = params.putObject("message").put("messageId", ids.get());
        version.describe(message, message.putArray("parts"), prompt.text());
        if (prompt.contextId() != null) {
            message.put("contextId", prompt.contextId());
        }
        ObjectNode configuration = params.putObject("configuration");
        configuration.putArray("acceptedOutputModes").add("text/plain");
        version.configure(configuration);
        return call(endpoint, version.send(), params);
    }

    @Override
    public Call poll(String endpoint, Reading.Working task) {
        return call(endpoint, version.get(), JsonNodeFactory.instance.objectNode().put("id", task.taskId()));
    }

    private Call call(String endpoint, String method, ObjectNode params) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("id", ids.get())
                .put("method", method);
        request.set("params", params);
        return Call.post(endpoint, version.headers(), request.toString());
    }

    @Override
    public Reading read(JsonNode answer) {
        JsonNode error = answer.path("error");
        if (error.isObject()) {
            return new Reading.Unusable(FailureCode.AGENT_ERROR, "the agent reported error " + line(error.path("code").asText())
                    + quoted(error.path("message").asText()) + quoted(said(error.path("data"))));
        }
        JsonNode result = answer.path("result");
        // 1.0 wraps what a message is answered with; 0.3, and a task asked for in 1.0, come bare.
        JsonNode task = result.path("task").isObject() ? result.path("task") : result;
        JsonNode message = result.path("message").isObject() ? result.path("message") : result;
        if (task.path("status").isObject()) {
            return task(task);
        }
        return message.path("parts").isArray() ? text(A2aText.of(message), message)
                : Reading.notUnderstood("neither a result with a message or a task, nor an error");
    }

    private Reading task(JsonNode task) {
        String said = A2aText.ofTask(task);
        return switch (version.state(task.path("status").path("state").asText())) {
            // Waiting for input is the agent's turn to ask: what it says then is its answer.
            case "completed", "input-required" -> text(said, task);
            case "submitted", "working" -> working(task);
            // To decline a task is an answer as well, if the agent says so in words.
            case "rejected" -> said.isEmpty() ? ended("rejected", said) : text(said, task);
            case "failed" -> ended("failed", said);
            case "canceled" -> ended("canceled", said);
            case "auth-required" -> ended("waiting for credentials", said);
            default -> Reading.notUnderstood("the task is in no known state");
        };
    }

    private static Reading text(String said, JsonNode owner) {
        return new Reading.Text(said, id(owner, "contextId"));
    }

    private static Reading working(JsonNode task) {
        String id = id(task, "id");
        return id == null ? Reading.notUnderstood("the task has no usable id") : new Reading.Working(id);
    }

    private static Reading ended(String state, String said) {
        return new Reading.Unusable(FailureCode.AGENT_ERROR, "the task is " + state + quoted(said));
    }

    private static @Nullable String id(JsonNode owner, String name) {
        String id = owner.path(name).textValue();
        return id == null || id.isEmpty() || id.length() > LONGEST_ID ? null : id;
    }

    private static String said(JsonNode data) {
        return data.isContainerNode() ? data.toString() : data.asText("");
    }

    private static String quoted(String said) {
        String line = line(said);
        return line.isEmpty() ? "" : ": " + line;
    }

    /** In one line but whole: whoever searches it for secrets must see all of it. */
    private static String line(String said) {
        return said.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
