package dev.touchstone.review.artifacts.rows;

import java.text.Normalizer;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** What is searched of a line: its words without regard to case and width. */
final class SearchText {

    /** In characters; what stands behind is not found, and the page says so. */
    static final int LONGEST = 32_768;

    private SearchText() {
    }

    static String of(JsonNode line) {
        StringBuilder words = new StringBuilder();
        collect(line, words);
        return normal(words.toString());
    }

    private static void collect(JsonNode value, StringBuilder into) {
        int room = LONGEST - into.length();
        if (room <= 0) {
            return;
        }
        if (value.isContainerNode()) {
            value.forEach(part -> collect(part, into));
        } else if (!value.isNull() && !value.isBoolean()) {
            String text = value.asText();
            into.append(text, 0, Math.min(text.length(), room)).append('\n');
        }
    }

    /** PostgreSQL stores no NUL. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace("\0", "");
    }

    /** For {@code like … escape '\'}. */
    static String pattern(String sought) {
        String literal = normal(sought.strip()).replaceAll("([\\\\%_])", "\\\\$1");
        return literal.isEmpty() ? "" : "%" + literal + "%";
    }
}
