package dev.touchstone.telemetry.wandb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * W&amp;B's dialect of JSON: {@code NaN}, {@code Infinity} and {@code -Infinity} are bare tokens. Decimals keep the
 * digits that they came with, so that a line that is read and written again is the same line.
 */
public final class ExtendedJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ExtendedJson() {
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Maps, lists, nodes and plain records can be written", impossible);
        }
    }

    /**
     * @throws NotJson if the text is something else
     */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException other) {
            throw new NotJson();
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalStateException if it did not
     */
    public static <T> T readBack(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("The text was written by another version or by somebody else", corrupt);
        }
    }

    public static JsonNode node(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Names no content: what a stranger sent does not belong in a log. */
    public static final class NotJson extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotJson() {
            super("the text is not JSON", null, false, false);
        }
    }
}
