package dev.touchstone.review.pages.evidence;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.Formats;

/** Members of a report's line, as a page may show them. One that is missing or of another type is empty, and no failure. */
final class Members {

    private Members() {
    }

    static Shown text(JsonNode value) {
        return Shown.of(value.isTextual() ? value.textValue() : null);
    }

    /** Those that are not empty. */
    static List<Shown> texts(JsonNode values) {
        return each(values).map(Members::text).filter(text -> !text.isEmpty()).toList();
    }

    static Stream<JsonNode> each(JsonNode values) {
        return values.isArray() ? values.valueStream() : Stream.empty();
    }

    /** A dash for what is no number. */
    static String figure(JsonNode value, Formats formats) {
        return formats.figure(value.isNumber() ? value.doubleValue() : null);
    }

    /** Empty for what is no number. */
    static String count(JsonNode value, Formats formats) {
        return value.isNumber() ? formats.count(value.longValue()) : "";
    }
}
