package dev.touchstone.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of asking a service: each case is another exit code. */
public sealed interface Answer {

    /** The service did it. */
    record Success(int status, JsonNode body) implements Answer {
    }

    /** The service does not do it, whoever asks how often. */
    record Refusal(int status, JsonNode problem) implements Answer {

        String type() {
            return problem.path("type").asText("");
        }
    }

    /** Nothing came that could be an answer of the service. */
    record Silence(String why) implements Answer {
    }
}
