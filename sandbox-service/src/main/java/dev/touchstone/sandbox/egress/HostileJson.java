package dev.touchstone.sandbox.egress;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.sandbox.FailureCode;

/**
 * Reads JSON that a stranger wrote: one document, no deeper and with no longer numbers than anybody needs. Its size is the
 * way out's to bound.
 */
public final class HostileJson {

    private static final int DEEPEST = 200;
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_NAME = 10_000;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER).maxNameLength(LONGEST_NAME).maxStringLength(Integer.MAX_VALUE).build())
            // Names are the stranger's: interned, they would stay for good.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES).disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

    private HostileJson() {
    }

    /** What a text is: JSON, or none that is read, and why. */
    public sealed interface Parsed {

        record Valid(JsonNode json) implements Parsed {
        }

        record Invalid(FailureCode code, String detail) implements Parsed {
        }
    }

    /** Reads the body of an answer, whatever its status. */
    public static Parsed read(Fetched.Response response) {
        return response.from().utf8() ? read(response.text())
                : new Parsed.Invalid(FailureCode.NOT_UTF8, "the answer is not UTF-8");
    }

    /** Reads a part of an answer, such as the data of an event. */
    public static Parsed read(String text) {
        if (text.isBlank()) {
            return new Parsed.Invalid(FailureCode.EMPTY, "there is nothing in the answer");
        }
        try {
            // A mark that RFC 8259 forbids to send and allows to overlook.
            return new Parsed.Valid(READER.readTree(text.startsWith("\ufeff") ? text.substring(1) : text));
        } catch (StreamConstraintsException beyond) {
            return String.valueOf(beyond.getOriginalMessage()).contains("nesting depth")
                    ? new Parsed.Invalid(FailureCode.TOO_DEEP, "the JSON of the answer is nested deeper than " + DEEPEST)
                    : new Parsed.Invalid(FailureCode.TOO_LARGE, "the JSON of the answer has an overlong number or name");
        } catch (JsonProcessingException malformed) {
            return new Parsed.Invalid(FailureCode.NOT_UNDERSTOOD, "the answer is not JSON");
        }
    }
}
