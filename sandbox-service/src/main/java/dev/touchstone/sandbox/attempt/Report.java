package dev.touchstone.sandbox.attempt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.codec.EventJson;

/** A text file that a stage leaves behind. */
public record Report(String name, String mediaType, String text) {

    /** The file as bytes, in UTF-8. */
    public byte[] content() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One JSON object a line. */
    public static Report jsonLines(String name, List<?> rows) {
        String lines = rows.stream().map(Report::json).map(line -> line + "\n").collect(Collectors.joining());
        return new Report(name, "application/jsonl", lines);
    }

    public static Report json(String name, Object document) {
        return new Report(name, "application/json", json(document));
    }

    /** As it is stored and reported. */
    public static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What {@link #json(Object)} wrote. */
    public static <T> T parse(String json, Class<T> type) {
        try {
            return EventJson.mapper().readValue(json, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A stored result cannot be read", impossible);
        }
    }
}
