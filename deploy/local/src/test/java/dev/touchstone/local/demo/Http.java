package dev.touchstone.local.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.events.access.ApiKey;

/** Requests, for tests. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {
    }

    /** What anybody may read. */
    static JsonNode get(URI url) throws Exception {
        return new ObjectMapper().readTree(text(HttpRequest.newBuilder(url).header("Accept", "application/json")));
    }

    static JsonNode get(URI url, ApiKey key) throws Exception {
        return new ObjectMapper().readTree(text(url, "application/json", key));
    }

    static String text(URI url, String type, ApiKey key) throws Exception {
        return text(HttpRequest.newBuilder(url).header("Accept", type).header("Authorization", "Bearer " + key.secret()));
    }

    static byte[] bytes(URI url, ApiKey key) throws Exception {
        return read(HttpRequest.newBuilder(url).header("Authorization", "Bearer " + key.secret()),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    static JsonNode post(URI url, JsonNode body, ApiKey key) throws Exception {
        return new ObjectMapper().readTree(text(HttpRequest.newBuilder(url).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key.secret())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
    }

    private static String text(HttpRequest.Builder request) throws Exception {
        return read(request, HttpResponse.BodyHandlers.ofString());
    }

    private static <T> T read(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) throws Exception {
        HttpResponse<T> answer = CLIENT.send(request.build(), handler);
        if (answer.statusCode() != 200 && answer.statusCode() != 202) {
            throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
