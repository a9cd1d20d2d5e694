package dev.touchstone.sandbox.attempt;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.ArtifactRef;

/** Where accepted cards are kept. */
public interface Cards {

    /**
     * The card, checked against its digest.
     *
     * @throws IOException if it cannot be had just now
     */
    Fetched fetch(ArtifactRef card) throws IOException, InterruptedException;

    /** What came of fetching a card. */
    sealed interface Fetched {

        record Card(JsonNode document) implements Fetched {
        }

        /** What is kept there is not the card that was accepted; waiting does not help. */
        record Unusable(String reason) implements Fetched {
        }
    }
}
