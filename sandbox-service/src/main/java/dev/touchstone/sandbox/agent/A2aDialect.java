package dev.touchstone.sandbox.agent;

import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.egress.Call;

/** A2A in either version and binding. */
record A2aDialect(A2aBinding binding, Supplier<String> ids) implements Dialect {

    @Override
    public Call say(Endpoint to, Prompt prompt) {
        return binding.send(to, request(prompt), false);
    }

    /** The same, to be answered by events as the agent goes; {@link #follow} reads them. */
    Call stream(Endpoint to, Prompt prompt) {
        return binding.send(to, request(prompt), true);
    }

    TaskStream follow() {
        return new TaskStream(binding);
    }

    private ObjectNode request(Prompt prompt) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ObjectNode message = request.putObject("message").put("messageId", ids.get());
        binding.describe(message, prompt.text());
        Resumption resumption = Resumption.of(prompt.contextId());
        if (resumption.contextId() != null) {
            message.put("contextId", resumption.contextId());
        }
        if (resumption.taskId() != null) {
            message.put("taskId", resumption.taskId());
        }
        ObjectNode configuration = request.putObject("configuration");
        configuration.putArray("acceptedOutputModes").add("text/plain");
        binding.version().configure(configuration);
        return request;
    }

    @Override
    public Call poll(Endpoint to, Reading.Working task) {
        return binding.get(to, task.taskId());
    }

    @Override
    public Reading read(JsonNode answer) {
        return new A2aReader(binding).read(answer);
    }
}
