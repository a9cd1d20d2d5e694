package dev.touchstone.review.pages.desk;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MultivaluedMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A form's fields in the shape of the API, so that both are checked by the same rules. */
record Form(UUID submissionId, MultivaluedMap<String, String> fields) {

    private static final List<String> LLM_TEXTS = List.of("provider", "model", "baseUrl");
    private static final List<String> LLM_NUMBERS = List.of("temperature", "maxOutputTokens");
    private static final List<String> LLM_FLAGS = List.of("enabled", "dryRun");
    private static final List<String> OF_LLM = Stream.of(LLM_TEXTS, LLM_NUMBERS, LLM_FLAGS).flatMap(List::stream).toList();

    /** All that was sent, so that the check can name what does not belong there. */
    JsonNode decision() {
        return filled(base(), fields.keySet());
    }

    /** A field that was left empty was not said; a number or flag that is none stays text, for the check to name. */
    JsonNode retry() {
        ObjectNode retry = filled(base(), fields.keySet().stream().filter(name -> !OF_LLM.contains(name)).toList());
        ObjectNode llm = filled(JsonNodeFactory.instance.objectNode(), LLM_TEXTS);
        LLM_NUMBERS.forEach(name -> number(llm, name));
        LLM_FLAGS.forEach(name -> flag(llm, name));
        return llm.isEmpty() ? retry : retry.set("llmOverride", llm);
    }

    SubmissionView.Puts puts(SubmissionView.Problem problem) {
        return new SubmissionView.Puts(problem, false, value("decision"), value(problem.ofRetry() ? "reason" : "notes"),
                value("stage"), OF_LLM.stream().collect(Collectors.toMap(Function.identity(), this::value)));
    }

    private ObjectNode base() {
        return JsonNodeFactory.instance.objectNode().put("submissionId", submissionId.toString());
    }

    private ObjectNode filled(ObjectNode json, Collection<String> names) {
        for (String name : names) {
            if (!value(name).isEmpty()) {
                json.put(name, value(name));
            }
        }
        return json;
    }

    private void number(ObjectNode json, String name) {
        String value = value(name).strip();
        if (value.matches("-?\\d{1,9}")) {
            json.put(name, Integer.parseInt(value));
        } else if (value.matches("-?\\d{1,9}\\.\\d{1,9}")) {
            json.put(name, Double.parseDouble(value));
        } else if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    private void flag(ObjectNode json, String name) {
        switch (value(name)) {
            case "" -> {
            }
            case "true" -> json.put(name, true);
            case "false" -> json.put(name, false);
            default -> json.put(name, value(name));
        }
    }

    private String value(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }
}
