package dev.touchstone.submission.review.progress;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.submission.ProblemType;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Violation;
import dev.touchstone.submission.Violations;
import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * A change of what an agent reports of itself, as a JSON merge patch over a flat object.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396</a>
 */
record ContextPatch(ObjectNode changes) {

    /** Of a patch, and of what it makes. */
    static final int MOST_BYTES = 256 * 1024;

    private static final Pattern METRIC = Pattern.compile("metrics_[A-Za-z0-9_.-]{1,120}");
    /** The keys that are no metrics, each with all that it may be. */
    private static final Map<String, List<String>> WORDS = Map.of("status",
            List.of("starting", "ready", "degraded", "stopping"));
    private static final int LONGEST_NAME_SHOWN = 100;
    /** A patch is flat; a little depth is read so that what is nested can be named. */
    private static final int DEEPEST = 20;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * @throws HttpProblem 400 for what is no JSON, 413 for what is too large, 422 with all
     *         faults for what is no flat object of known keys
     */
    static ContextPatch read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw tooLarge("A patch");
        }
        JsonNode json = parse(bytes);
        if (!(json instanceof ObjectNode changes)) {
            throw Problems.invalidRequest(List.of(new Violation("", "must be an object")));
        }
        Violations violations = new Violations();
        changes.forEachEntry((name, value) -> check(name, value, violations));
        if (!violations.isEmpty()) {
            throw Problems.invalidRequest(violations.all());
        }
        return new ContextPatch(changes);
    }

    /** What becomes of {@code present}: null takes a key away, anything else replaces what was there. */
    ObjectNode appliedTo(ObjectNode present) {
        ObjectNode merged = present.deepCopy();
        changes.forEachEntry((name, value) -> {
            if (value.isNull()) {
                merged.remove(name);
            } else {
                merged.set(name, value);
            }
        });
        if (write(merged).length > MOST_BYTES) {
            throw tooLarge("The whole context");
        }
        return merged;
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            JsonNode json = STRICT.readTree(bytes);
            if (json == null || json.isMissingNode()) {
                throw Problems.malformedJson("The body is empty.");
            }
            return json;
        } catch (IOException malformed) {
            // The parser's own message would repeat hostile text.
            throw Problems.malformedJson("The body is not JSON, names a member twice, or nests too deep.");
        }
    }

    private static void check(String name, JsonNode value, Violations violations) {
        String pointer = "/" + name.substring(0, Math.min(name.length(), LONGEST_NAME_SHOWN)).replace("~", "~0")
                .replace("/", "~1");
        List<String> words = WORDS.get(name);
        if (words == null && !METRIC.matcher(name).matches()) {
            violations.add(pointer, "is not known; keys are " + String.join(", ", known()) + " and " + METRIC.pattern());
        } else if (value.isContainerNode()) {
            violations.add(pointer, "must not be nested: a number, a string, true, false or null");
        } else if (words != null && !value.isNull() && !(value.isTextual() && words.contains(value.textValue()))) {
            violations.add(pointer, "must be one of " + String.join(", ", words) + ", or null");
        }
    }

    private static Set<String> known() {
        return WORDS.keySet();
    }

    private static byte[] write(ObjectNode json) {
        try {
            return STRICT.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of values can be written", impossible);
        }
    }

    private static HttpProblem tooLarge(String what) {
        return Problems.of(ProblemType.REQUEST_TOO_LARGE)
                .withDetail(what + " may have at most " + MOST_BYTES + " bytes.").build();
    }
}
