package dev.touchstone.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.touchstone.events.access.ApiKey;
import dev.touchstone.local.client.Progress;
import dev.touchstone.local.system.Keys;
import dev.touchstone.local.system.Ports;
import dev.touchstone.local.system.Service;

/** What a client and a reviewer can do over HTTP, each with a key of its own. */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Keys keys;
    private final URI submissions;
    private final URI reviews;
    private final URI telemetry;

    Api(Ports ports, Keys keys) {
        this.keys = keys;
        this.submissions = ports.url(Service.SUBMISSION);
        this.reviews = ports.url(Service.REVIEW);
        this.telemetry = ports.url(Service.TELEMETRY);
    }

    /** An answer, whatever its status; a body that is no JSON is a text. */
    record Answer(int status, JsonNode body) {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /** @param idempotencyKey the same for every attempt to submit the same */
    Answer submit(byte[] submission, String idempotencyKey) throws IOException, InterruptedException {
        return send(post(submissions.resolve("/api/v1/submissions"), submission).header("Idempotency-Key",
                '"' + idempotencyKey + '"'), keys.client());
    }

    /** Empty as long as it cannot be told; a service may be starting again. */
    Optional<Progress> progress(String submissionId) throws InterruptedException {
        URI url = submissions.resolve("/api/v1/submissions/" + submissionId + "/progress");
        try {
            Answer answer = send(HttpRequest.newBuilder(url).GET(), keys.client());
            return answer.isSuccess() ? Optional.of(new Progress(answer.body())) : Optional.empty();
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }

    /** Whether nothing will be added any more to what is kept of the run. */
    boolean isRecorded(String submissionId) throws InterruptedException {
        try {
            return new Recorded(read(telemetry.resolve("/telemetry/runs/" + submissionId))).isAll(Instant.now());
        } catch (IOException unknown) {
            return false;
        }
    }

    Answer decide(String submissionId, Ruling ruling) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("submissionId", submissionId)
                .put("decision", ruling.approved() ? "approved" : "rejected").put("notes", ruling.notes());
        return send(post(reviews.resolve("/review/decision"), JSON.writeValueAsBytes(body)), keys.house());
    }

    /** What only the house may read. */
    private JsonNode read(URI url) throws IOException, InterruptedException {
        return body(url, send(HttpRequest.newBuilder(url).GET(), keys.house()));
    }

    /** What anybody may read; an agent is told no key. */
    JsonNode get(URI url) throws IOException, InterruptedException {
        return body(url, send(HttpRequest.newBuilder(url).GET()));
    }

    private static JsonNode body(URI url, Answer answer) throws IOException {
        if (!answer.isSuccess()) {
            throw new IOException(url + " answered " + answer.status());
        }
        return answer.body();
    }

    private static HttpRequest.Builder post(URI url, byte[] body) {
        return HttpRequest.newBuilder(url).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private Answer send(HttpRequest.Builder request, ApiKey key) throws IOException, InterruptedException {
        return send(request.header("Authorization", "Bearer " + key.secret()));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), parse(response.body()));
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return TextNode.valueOf(body);
        }
    }
}
