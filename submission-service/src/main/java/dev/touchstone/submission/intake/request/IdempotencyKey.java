package dev.touchstone.submission.intake.request;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Problems;

/**
 * The value of an {@code Idempotency-Key}, which is a string of RFC 9651 (draft-ietf-httpapi-idempotency-key-header), so
 * it comes in double quotes. Parameters behind it are passed over, as that RFC asks.
 */
public record IdempotencyKey(String value) {

    private static final Pattern ITEM = Pattern.compile(
            " *+\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*+)\"(?:; *+[a-z*][a-z0-9_.*-]*+(?:=[^;, \"]++|=\"[^\"\\\\]*+\")?)*+ *+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    private static final int LONGEST = 255;
    /** Of the header; every character of the key could be escaped. */
    private static final int LONGEST_HEADER = 1_000;

    /**
     * @param headers all that have this name
     * @return null where there is none
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for anything else than one string
     */
    public static @Nullable IdempotencyKey of(List<String> headers) {
        if (headers.isEmpty()) {
            return null;
        }
        String header = headers.getFirst();
        if (headers.size() > 1 || header.length() > LONGEST_HEADER) {
            throw Problems.keyMalformed();
        }
        Matcher item = ITEM.matcher(header);
        if (!item.matches()) {
            throw Problems.keyMalformed();
        }
        String value = ESCAPE.matcher(item.group(1)).replaceAll("$1");
        if (value.isEmpty() || value.length() > LONGEST) {
            throw Problems.keyMalformed();
        }
        return new IdempotencyKey(value);
    }
}
