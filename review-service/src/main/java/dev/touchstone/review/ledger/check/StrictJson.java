package dev.touchstone.review.ledger.check;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON that every reader understands alike, of a bounded depth. Where a member stands twice, one reader takes the first and
 * another one the last, and both would vouch for the same hash.
 */
final class StrictJson {

    private static final JsonMapper ENTRIES = JsonMapper.builder(factory(Limits.ENTRY_DEPTH))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private StrictJson() {
    }

    /** For whole files. */
    static JsonFactory factory() {
        return factory(Limits.DEPTH);
    }

    private static JsonFactory factory(int depth) {
        return JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(depth)
                        .maxStringLength(Limits.TEXT).build())
                .build();
    }

    /**
     * @throws IOException if the text is not one JSON value, names a member twice, or is nested too deep
     */
    static JsonNode read(String text) throws IOException {
        return ENTRIES.readTree(text);
    }
}
