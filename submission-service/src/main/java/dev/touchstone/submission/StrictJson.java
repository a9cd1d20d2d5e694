package dev.touchstone.submission;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Reads small documents as strictly as RFC 8259 allows: what two readers could understand differently is refused. */
public final class StrictJson {

    private static final int DEEPEST = 32;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // A number is checked as it was written.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private StrictJson() {
    }

    /**
     * @param most bytes
     * @return the document; an empty object where there is no body
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what is no JSON, 413 for what is too large
     */
    public static JsonNode request(byte @Nullable [] body, int most) {
        if (body == null || body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (body.length > most) {
            throw Problems.of(ProblemType.REQUEST_TOO_LARGE).withDetail("It may have at most " + most + " bytes.").build();
        }
        try {
            return parse(body);
        } catch (JsonProcessingException malformed) {
            throw Problems.malformedJson(where(malformed));
        } catch (IOException unreadable) {
            throw Problems.malformedJson("The body is not JSON.");
        }
    }

    /**
     * @throws IOException if it is no JSON
     */
    public static JsonNode parse(byte[] document) throws IOException {
        return STRICT.readTree(document);
    }

    /** Where, and not what: the parser's message would repeat hostile text. */
    private static String where(JsonProcessingException malformed) {
        var location = malformed.getLocation();
        return location == null ? "The body is not JSON."
                : "The body is not JSON at line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }
}
