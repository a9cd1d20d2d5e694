package dev.touchstone.submission.card;

import java.io.IOException;

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
     * @throws IllegalArgumentException if the document has no canonical form, as a number beyond a double's range
     */
    public static String digest(JsonNode document) {
        try {
            return Artifacts.digest(new JsonCanonicalizer(document.toString()).getEncodedUTF8());
        } catch (IOException withoutForm) {
            throw new IllegalArgumentException("holds what RFC 8785 cannot write", withoutForm);
        }
    }
}
