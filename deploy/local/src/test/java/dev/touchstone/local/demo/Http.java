package dev.touchstone.local.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** GET, for tests. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {
    }

    static JsonNode get(URI url) throws Exception {
        return new ObjectMapper().readTree(text(url, "application/json"));
    }

    static String text(URI url, String type) throws Exception {
        HttpResponse<String> answer = CLIENT.send(HttpRequest.newBuilder(url).header("Accept", type).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(url + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
