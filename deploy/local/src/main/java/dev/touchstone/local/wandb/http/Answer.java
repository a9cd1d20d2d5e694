package dev.touchstone.local.wandb.http;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What is sent back. */
public record Answer(int status, Map<String, String> headers, Blob body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer json(int status, JsonNode body) {
        return new Answer(status, Map.of("Content-Type", "application/json"), Blob.of(Json.write(body)));
    }

    public static Answer html(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "text/html; charset=utf-8"), Blob.of(body));
    }

    /** The form of an error outside GraphQL. */
    public static Answer error(int status, String message) {
        return json(status, Json.object().put("error", message));
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), Blob.EMPTY);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    public Answer carrying(Blob other) {
        return new Answer(status, headers, other);
    }
}
