package dev.touchstone.submission;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as strictly as RFC 8259 and RFC 8785 allow: what two readers could understand differently is refused. */
public final class StrictJson {

    /** No document that anybody writes nests deeper, and every recursion over it stays shallow. */
    static final int DEEPEST = 100;
    /** Values, names and brackets: a megabyte of empty objects would take a hundred megabytes of memory. */
    static final int MOST_TOKENS = 100_000;
    static final int LONGEST_NAME = 1_000;
    /** Every double can be written with fewer digits. */
    private static final int LONGEST_NUMBER = 400;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxTokenCount(MOST_TOKENS)
                    .maxNameLength(LONGEST_NAME).maxNumberLength(LONGEST_NUMBER).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // A number is kept as it was written: the card is evidence.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StrictJson() {
    }

    /**
     * @param most bytes
     * @return the document; an empty object where there is no body
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what is no JSON, 413 for what is too large
     */
    public static JsonNode request(byte @Nullable [] body, int most) {
        if (body == null || body.length == 0) {
            return MAPPER.createObjectNode();
        }
        if (body.length > most) {
            throw Problems.of(ProblemType.REQUEST_TOO_LARGE).withDetail("It may have at most " + most + " bytes.").build();
        }
        return read(ByteBuffer.wrap(body), "The body");
    }

    /**
     * Reads what no client sent.
     *
     * @throws IOException if it is no JSON
     */
    public static JsonNode parse(byte[] document) throws IOException {
        return MAPPER.readTree(document);
    }

    /**
     * @param subject what is read, as the beginning of a sentence: {@code The body}
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what is no JSON, 413 for what nests too deep or holds too
     *         much
     */
    public static JsonNode read(ByteBuffer bytes, String subject) {
        try {
            // Decoded here: the parser would guess UTF-16 and UTF-32, which RFC 8259 does not allow.
            return read(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), subject);
        } catch (CharacterCodingException otherwise) {
            throw Problems.malformedJson(subject + " is not UTF-8.");
        }
    }

    /** As {@link #read(ByteBuffer, String)}, of what was decoded already. */
    public static JsonNode read(String text, String subject) {
        try {
            JsonNode json = MAPPER.readTree(text);
            if (json == null || json.isMissingNode()) {
                throw Problems.malformedJson(subject + " is empty.");
            }
            if (!isExact(json)) {
                throw Problems.malformedJson(subject + " holds a number that a double cannot hold as it is written.");
            }
            return json;
        } catch (StreamConstraintsException tooMuch) {
            throw Problems.tooComplex(subject + " may nest " + DEEPEST + " levels deep, and hold " + MOST_TOKENS
                    + " names, values and brackets, names of " + LONGEST_NAME + " characters and numbers of " + LONGEST_NUMBER
                    + " digits.");
        } catch (JsonProcessingException malformed) {
            throw Problems.malformedJson(subject + where(malformed));
        }
    }

    /** Where, and not what: the parser's message would repeat hostile text. */
    private static String where(JsonProcessingException malformed) {
        var location = malformed.getLocation();
        return location == null ? " is not JSON."
                : " is not JSON at line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }

    /** RFC 8785 writes numbers as doubles: two that differ beyond one would have the same digest and signature. */
    private static boolean isExact(JsonNode json) {
        if (json.isNumber()) {
            BigDecimal written = json.decimalValue();
            double held = written.doubleValue();
            return Double.isFinite(held) && new BigDecimal(Double.toString(held)).compareTo(written) == 0;
        }
        for (JsonNode each : json) {
            if (!isExact(each)) {
                return false;
            }
        }
        return true;
    }

    public static String write(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was read can be written", impossible);
        }
    }
}
