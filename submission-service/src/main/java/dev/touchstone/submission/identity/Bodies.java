package dev.touchstone.submission.identity;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.StrictJson;

/** The documents that administrators send. */
final class Bodies {

    private static final int MOST_BYTES = 65_536;

    private Bodies() {
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what is no JSON, 413 for what is too large
     */
    static JsonNode read(byte @Nullable [] body) {
        return StrictJson.request(body, MOST_BYTES);
    }
}
