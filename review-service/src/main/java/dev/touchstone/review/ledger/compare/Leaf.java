package dev.touchstone.review.ledger.compare;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.review.ledger.check.Entry;
import dev.touchstone.review.ledger.check.Hashes;

/**
 * The ledger's side: an entry as far as a run tells of it.
 *
 * @param leafHash made of the text, whatever stood beside it
 */
public record Leaf(long index, String leafHash, String eventId, String wandbRunId) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An entry that cannot be read is about nothing: checking the ledger is not done here. */
    public static Leaf of(Entry entry) {
        JsonNode text = parsed(entry.text());
        return new Leaf(entry.index(), Hashes.leaf(entry.text()), text.path("eventId").asText(""),
                text.path("wandbRunId").asText(""));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException damaged) {
            return JSON.createObjectNode();
        }
    }
}
