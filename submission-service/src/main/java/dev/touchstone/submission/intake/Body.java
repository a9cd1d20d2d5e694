package dev.touchstone.submission.intake;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Violation;
import dev.touchstone.submission.card.Snapshot;

/**
 * A request's JSON, as strictly as RFC 8259 allows: what two readers could understand differently is refused.
 *
 * @param digest of the canonical form, so that a repeat is known whatever its white space
 */
record Body(JsonNode json, String digest) {

    /** No document that anybody writes nests deeper, and every recursion over it stays shallow. */
    private static final int DEEPEST = 100;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // A number is kept as it was written: the card is evidence.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what is no JSON, 413 for what is too large, 422 for
     *         what is no object
     */
    static Body read(byte[] bytes, long most) {
        if (bytes.length > most) {
            throw Problems.tooLarge(most);
        }
        try {
            JsonNode json = STRICT.readTree(bytes);
            if (json == null || json.isMissingNode()) {
                throw Problems.malformedJson("The body is empty.");
            }
            if (!json.isObject()) {
                throw Problems.invalid(List.of(new Violation("", "must be an object")));
            }
            return new Body(json, Snapshot.digest(json));
        } catch (JsonProcessingException malformed) {
            throw Problems.malformedJson(where(malformed));
        } catch (IOException | IllegalArgumentException withoutForm) {
            throw Problems.malformedJson("The body holds a number or a character that cannot be written as JSON again.");
        }
    }

    /** Where, and not what: the parser's message would repeat hostile text. */
    private static String where(JsonProcessingException malformed) {
        var location = malformed.getLocation();
        return location == null ? "The body is not JSON."
                : "The body is not JSON at line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }

    /** The member as JSON text. */
    String textOf(String member) {
        try {
            return STRICT.writeValueAsString(json.path(member));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The whole body could be written", impossible);
        }
    }
}
