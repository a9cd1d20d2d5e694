package dev.touchstone.review.ledger.check;

import java.io.IOException;

import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON in the one form that RFC 8785 leaves: members in the order of their UTF-16 names, numbers as ECMAScript writes
 * them, no white space. What is hashed is this form in UTF-8.
 */
public final class CanonicalJson {

    private CanonicalJson() {
    }

    /**
     * @throws IllegalArgumentException if the text is not a JSON object or array
     */
    public static String of(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException malformed) {
            throw new IllegalArgumentException("not a JSON object or array", malformed);
        }
    }
}
