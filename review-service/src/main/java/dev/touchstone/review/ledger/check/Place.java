package dev.touchstone.review.ledger.check;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an entry's text says of its own place.
 *
 * @param submissionId empty for what is about the installation; such entries are chained as those of one submission are
 * @param previousHash leaf hash of the entry before, in the whole log
 * @param previousOfSubmission leaf hash of the entry before, of the same submission
 */
record Place(long index, String submissionId, String previousHash, String previousOfSubmission) {

    /** Empty where the text is no entry. */
    static Optional<Place> of(String text) {
        try {
            JsonNode json = StrictJson.read(text);
            return Optional.of(json).filter(Place::isEntry).map(entry -> new Place(entry.path("index").longValue(),
                    entry.path("submissionId").asText(""), entry.path("previousHash").textValue(),
                    entry.path("previousOfSubmission").textValue()));
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isEntry(JsonNode json) {
        return json.path("index").isIntegralNumber() && json.path("index").canConvertToLong()
                && (json.path("submissionId").isTextual() || json.path("submissionId").isNull())
                && json.path("previousHash").isTextual() && json.path("previousOfSubmission").isTextual();
    }

    /** The same, with the hash of the entry before held once and not twice. */
    Place after(String hash) {
        return previousHash.equals(hash) ? new Place(index, submissionId, hash, previousOfSubmission) : this;
    }
}
