package dev.touchstone.review.pages.desk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MultivaluedMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A form's fields in the shape of the API, so that both are checked by the same rules. */
record Form(UUID submissionId, MultivaluedMap<String, String> fields) {

    /** Which button was pressed. */
    enum Press {
        /** Of the form itself: shows what it leads to. */
        LOOK,
        CONFIRM,
        /** Back to the form, with what was put in. */
        CHANGE
    }

    private static final String OWN = "own";
    private static final List<String> LLM_TEXTS = List.of("provider", "model", "baseUrl");
    private static final List<String> LLM_NUMBERS = List.of("temperature", "maxOutputTokens");
    private static final List<String> LLM_FLAGS = List.of("enabled", "dryRun");
    private static final List<String> OF_LLM = Stream.of(LLM_TEXTS, LLM_NUMBERS, LLM_FLAGS).flatMap(List::stream).toList();
    /** What the page needs of its forms, and the API does not know. */
    private static final Set<String> OF_PAGE = Set.of("press", "seen", "from", "preset");

    Press press() {
        return switch (value("press")) {
            case "confirm" -> Press.CONFIRM;
            case "change" -> Press.CHANGE;
            default -> Press.LOOK;
        };
    }

    /** What its sender had seen. */
    String seen() {
        return value("seen");
    }

    /** All that was sent, so that the check can name what does not belong there. */
    JsonNode decision() {
        return filled(base(), fields.keySet().stream().filter(name -> !OF_PAGE.contains(name)).toList());
    }

    /** A field that was left empty was not said; a number or flag that is none stays text, for the check to name. */
    JsonNode retry() {
        ObjectNode retry = filled(base(),
                fields.keySet().stream().filter(name -> !OF_LLM.contains(name) && !OF_PAGE.contains(name)).toList());
        ObjectNode llm = filled(JsonNodeFactory.instance.objectNode(), LLM_TEXTS);
        LLM_NUMBERS.forEach(name -> number(llm, name));
        LLM_FLAGS.forEach(name -> flag(llm, name));
        return switch (value("preset")) {
            case "" -> llm.isEmpty() ? retry : retry.set("llmOverride", llm);
            case OWN -> retry.set("llmOverride", llm);
            default -> retry.set("llmOverride", Presets.read(value("preset")));
        };
    }

    /** Whether it asks for one of the suggestions and for values of its own, which contradict each other. */
    boolean isTwofold() {
        return !value("preset").isEmpty() && !value("preset").equals(OWN) && OF_LLM.stream().anyMatch(this::isFilled);
    }

    private boolean isFilled(String name) {
        return !value(name).isEmpty();
    }

    /** To be sent once more. */
    Map<String, String> again() {
        Map<String, String> sent = new LinkedHashMap<>();
        fields.keySet().stream().filter(name -> !name.equals("press") && !value(name).isEmpty())
                .forEach(name -> sent.put(name, value(name)));
        return sent;
    }

    String value(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
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
}
