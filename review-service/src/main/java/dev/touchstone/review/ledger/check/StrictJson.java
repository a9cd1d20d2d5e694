package dev.touchstone.review.ledger.check;

import java.io.IOException;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON that every reader understands alike. Where a member stands twice, one reader takes the first and another one the
 * last, and both would vouch for the same hash.
 */
final class StrictJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {
    }

    /**
     * @throws IOException if the text is not one JSON value, names a member twice, or is nested deeper than 1,000 levels
     */
    static JsonNode read(String text) throws IOException {
        return MAPPER.readTree(text);
    }
}
