package dev.touchstone.submission.card;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.artifacts.Artifacts;

/**
 * The digest of what was submitted, over the RFC 8785 canonical form: neither white space nor the order of members
 * makes another snapshot.
 */
public final class Snapshot {

    private Snapshot() {
    }

    /**
     * @param endpointManifest a missing node where there is none
     * @throws IllegalArgumentException if the document has no canonical form
     */
    public static String digest(JsonNode card, JsonNode endpointManifest) {
        ObjectNode snapshot = JsonNodeFactory.instance.objectNode();
        snapshot.set("card", card);
        if (!endpointManifest.isMissingNode()) {
            snapshot.set("endpointManifest", endpointManifest);
        }
        return digest(snapshot);
    }

    /**
     * @throws IllegalArgumentException if the document has no canonical form, as with a number beyond a double's range
     */
    public static String digest(JsonNode document) {
        return Artifacts.digest(canonical(document));
    }

    /**
     * The RFC 8785 canonical form in UTF-8.
     *
     * @throws IllegalArgumentException if the document has none, as with a number beyond a double's range
     */
    public static byte[] canonical(JsonNode document) {
        try {
            String text = document.toString();
            // Refuses half of a surrogate pair, as RFC 8785 asks; the canonicalizer would make a question mark of it.
            ByteBuffer ignored = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return new JsonCanonicalizer(text).getEncodedUTF8();
        } catch (IOException withoutForm) {
            throw new IllegalArgumentException("holds what RFC 8785 cannot write", withoutForm);
        }
    }
}
