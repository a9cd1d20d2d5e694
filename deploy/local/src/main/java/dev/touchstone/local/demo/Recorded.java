package dev.touchstone.local.demo;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/** How telemetry-service says that a run stands. */
record Recorded(JsonNode json) {

    /** An offline run is not finished by an answer of W&amp;B: it is written when nothing was said for a while. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** Whether the record is complete: accepted by W&amp;B to its end, or at rest in its offline directory. */
    boolean isAll(Instant now) {
        if (json.path("complete").asBoolean()) {
            return true;
        }
        return json.path("state").asText().equals("offline") && json.path("outcome").isTextual()
                && json.path("offlineDirectory").isTextual()
                && Duration.between(Instant.parse(json.path("lastRowAt").asText()), now).compareTo(SILENCE) > 0;
    }
}
