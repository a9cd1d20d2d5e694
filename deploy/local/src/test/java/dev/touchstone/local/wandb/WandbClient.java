package dev.touchstone.local.wandb;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;

/** Speaks to an emulator as the official client does. */
final class WandbClient implements AutoCloseable {

    static final String KEY = "a".repeat(40);
    static final String STREAM = "/files/acme/proj/run-1/file_stream";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    WandbClient(WandbEmulator emulator) {
        base = emulator.url();
    }

    static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", basic("api:" + KEY));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(String path, BodyPublisher body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(body));
    }

    HttpResponse<String> put(String url, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> query(String query, JsonNode variables) throws IOException, InterruptedException {
        ObjectNode body = Json.object().put("query", query);
        body.set("variables", variables);
        return post("/graphql", Json.write(body));
    }

    /** @param variables as JSON text */
    JsonNode mutation(String operation, String variables) throws IOException, InterruptedException {
        return json(query(Documents.of(operation), json(variables)).body());
    }

    /** The run {@code run-1} of most tests. */
    JsonNode createRun() throws IOException, InterruptedException {
        return mutation("UpsertBucket", "{\"entity\":\"acme\",\"project\":\"proj\",\"name\":\"run-1\"}");
    }

    HttpResponse<String> stream(String body) throws IOException, InterruptedException {
        return post(STREAM, body);
    }

    HttpResponse<String> history(int offset, String... lines) throws IOException, InterruptedException {
        return lines("wandb-history.jsonl", offset, lines);
    }

    HttpResponse<String> lines(String file, int offset, String... lines) throws IOException, InterruptedException {
        ObjectNode body = Json.object();
        ObjectNode chunk = body.putObject("files").putObject(file).put("offset", offset);
        for (String line : lines) {
            chunk.withArray("content").add(line);
        }
        return stream(Json.write(body));
    }

    /** The run {@code run-1} as the admin API shows it. */
    JsonNode run() throws IOException, InterruptedException {
        return json(get("/admin/runs/run-1").body());
    }

    static ObjectNode json(String text) {
        return Json.parse(text).orElseThrow(() -> new AssertionError("not a JSON object: " + text));
    }

    @Override
    public void close() {
        http.close();
    }
}
