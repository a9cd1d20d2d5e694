package dev.touchstone.judge.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.judge.questions.Prepared;

/** The one JSON mapping of what this service keeps. Members stand in the order of the records, so bytes repeat. */
public final class ReportJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            // An attempt that an older version began is taken up by a newer one.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private ReportJson() {
    }

    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Reports are made of records that Jackson can write", impossible);
        }
    }

    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    static byte[] lines(List<?> values) {
        StringBuilder lines = new StringBuilder();
        values.forEach(value -> lines.append(write(value)).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] document(Object value) {
        try {
            return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Reports are made of records that Jackson can write", impossible);
        }
    }

    public static Examined readExamined(String stored) {
        try {
            return JSON.readValue(stored, Examined.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    public static Prepared readPrepared(String stored) {
        try {
            return JSON.readValue(stored, Prepared.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
