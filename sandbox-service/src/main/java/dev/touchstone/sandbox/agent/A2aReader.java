package dev.touchstone.sandbox.agent;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.Utterance;

/** What a message or a task of A2A means. */
record A2aReader(A2aBinding binding) {

    /** The states of a task that goes on. */
    static final Set<String> WORKING = Set.of("submitted", "working");

    /** An answer to any request. */
    Reading read(JsonNode answer) {
        return binding.error(answer).<Reading> map(error -> error).orElseGet(() -> result(binding.result(answer)));
    }

    /** 1.0 wraps what a message is answered with; 0.3 over JSON-RPC, and a task that was asked for, come bare. */
    Reading result(JsonNode result) {
        JsonNode task = taskIn(result);
        if (task != null) {
            return task(task);
        }
        JsonNode message = result.path("message").isObject() ? result.path("message") : result;
        return message.path("parts").isArray() || message.path("content").isArray()
                ? new Reading.Said(A2aSpeech.ofMessage(message),
                        new Resumption(Resumption.id(message, "contextId"), null).key())
                : Reading.notUnderstood("neither a message nor a task nor an error")
                        .quoting(result.isMissingNode() ? "" : result.toString());
    }

    static @Nullable JsonNode taskIn(JsonNode result) {
        JsonNode task = result.path("task").isObject() ? result.path("task") : result;
        return task.path("status").isObject() ? task : null;
    }

    Reading task(JsonNode task) {
        Utterance said = A2aSpeech.ofTask(task);
        String state = binding.state(task.path("status").path("state").asText());
        if (WORKING.contains(state)) {
            return working(said, task);
        }
        return switch (state) {
            case "completed" -> said(said, task, null);
            // Waiting for input is the agent's turn to ask: what it says then is its answer, and the next prompt is for the task.
            case "input-required" -> said(said, task, Resumption.id(task, "id"));
            // To decline a task is an answer as well, if the agent says so in words.
            case "rejected" -> said.text().isEmpty() ? ended("rejected", said) : said(said, task, null);
            case "failed" -> ended("failed", said);
            case "canceled" -> ended("canceled", said);
            case "auth-required" -> ended("waiting for credentials", said);
            default -> Reading.notUnderstood("the task is in no known state").quoting(said.text());
        };
    }

    private static Reading said(Utterance said, JsonNode task, @Nullable String taskId) {
        return new Reading.Said(said, new Resumption(Resumption.id(task, "contextId"), taskId).key());
    }

    private static Reading working(Utterance said, JsonNode task) {
        String id = Resumption.id(task, "id");
        return id == null ? Reading.notUnderstood("the task has no usable id").quoting(said.text())
                : new Reading.Working(id, said);
    }

    private static Reading ended(String state, Utterance said) {
        return Reading.agentError("the task is " + state).quoting(said.text());
    }
}
