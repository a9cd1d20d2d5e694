package dev.touchstone.submission.intake.request;

import java.nio.ByteBuffer;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.submission.Problems;
import dev.touchstone.submission.StrictJson;
import dev.touchstone.submission.Violation;
import dev.touchstone.submission.card.Snapshot;

/**
 * A request's document.
 *
 * @param digest of the canonical form, so that a repeat is known whatever its white space
 */
public record Body(JsonNode json, String digest) {

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what is no JSON, 413 for what is too large, 422 for what
     *         is no object
     */
    public static Body read(byte[] bytes, long most) {
        if (bytes.length > most) {
            throw Problems.tooLarge(most);
        }
        return of(StrictJson.read(ByteBuffer.wrap(bytes), "The body"));
    }

    static Body of(JsonNode json) {
        if (!json.isObject()) {
            throw Problems.invalid(List.of(new Violation("", "must be an object")));
        }
        try {
            return new Body(json, Snapshot.digest(withoutSecret(json)));
        } catch (IllegalArgumentException withoutForm) {
            throw Problems.malformedJson("The body holds a character that is only half of one.");
        }
    }

    /** The digest is stored. A short secret that has no business here could be guessed from it by whoever knows the rest. */
    private static JsonNode withoutSecret(JsonNode json) {
        JsonNode token = json.at("/telemetry/relay/token");
        if (token.isMissingNode() || SecretReference.isIn(token)) {
            return json;
        }
        JsonNode copy = json.deepCopy();
        if (copy.at("/telemetry/relay") instanceof ObjectNode relay) {
            relay.remove("token");
        }
        return copy;
    }

    /** Not the document: it may hold a secret. */
    @Override
    public String toString() {
        return digest;
    }
}
