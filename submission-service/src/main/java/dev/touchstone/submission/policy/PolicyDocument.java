package dev.touchstone.submission.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.artifacts.Artifacts;

/**
 * A valid policy and the document that it was read from.
 *
 * @param text in RFC 8785 canonical form
 * @param digest of the text
 */
record PolicyDocument(Policy policy, String text, String digest) {

    static PolicyDocument of(PolicyReading.Valid reading, JsonNode json) {
        try {
            String text = new JsonCanonicalizer(json.toString()).getEncodedString();
            return new PolicyDocument(reading.policy(), text, Artifacts.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException withoutForm) {
            throw new IllegalStateException("A valid policy holds no number that RFC 8785 cannot write", withoutForm);
        }
    }
}
