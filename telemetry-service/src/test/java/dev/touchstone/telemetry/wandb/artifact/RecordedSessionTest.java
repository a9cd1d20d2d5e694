package dev.touchstone.telemetry.wandb.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.ApiKey;
import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.WandbHttp;

/**
 * The same artifact as one that the official client 0.30.0 logged: operation by operation the same variables, with the
 * answers of then. A star stands for what cannot be the same: drawn ids, and the digest of a manifest that there names
 * local files.
 */
class RecordedSessionTest {

    private final Queue<JsonNode> session = new ArrayDeque<>();
    private final Queue<String> differences = new ConcurrentLinkedQueue<>();
    private final Map<String, String> puts = new TreeMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        try (InputStream recorded = RecordedSessionTest.class.getResourceAsStream("/wandb/artifact-session.jsonl")) {
            new String(recorded.readAllBytes(), StandardCharsets.UTF_8).replace("@STORAGE@", url()).lines()
                    .map(ExtendedJson::read).forEach(session::add);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsWhatTheOfficialClientSent() throws Exception {
        // Given
        ArtifactDraft draft = new ArtifactDraft("acme", "proj", "sub-0004", "model", "model-x", "d", List.of("best"),
                Map.of("k", 1), List.of(new FileEntry("dir/f1.txt", Content.of("hello")),
                        new FileEntry("b.json", Content.of("{\"a\":1}"))),
                7);

        // When
        Answer<LoggedArtifact> answer = new Artifacts(http(), new ClientIds("seed"), PartSize.DEFAULT,
                Duration.ofSeconds(20)).log(draft);

        // Then
        assertEquals(List.of(), List.copyOf(differences));
        assertEquals(Answer.accepted(new LoggedArtifact("QXJ0aWZhY3Q6Mg==", "a753ee41bfd12091ba746ed1e514daed", true)), answer);
        assertTrue(session.isEmpty());
        assertEquals(Map.of("/upload/art/dir/f1.txt", "hello", "/upload/art/b.json", "{\"a\":1}", "/upload/manifest",
                "{\"version\":1,\"storagePolicy\":\"wandb-storage-policy-v1\",\"storagePolicyConfig\":{\"storageLayout\":\"V2\"},"
                        + "\"contents\":{\"b.json\":{\"digest\":\"u2y1xo30ZSlByvZSo2by2A==\",\"size\":7,"
                        + "\"birthArtifactID\":\"QXJ0aWZhY3Q6Mg==\"},\"dir/f1.txt\":{\"digest\":\"XUFAKrxLKna5cZ2REBfFkg==\","
                        + "\"size\":5,\"birthArtifactID\":\"QXJ0aWZhY3Q6Mg==\"}}}"),
                puts);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String answer = "";
        if (exchange.getRequestMethod().equals("PUT")) {
            puts.put(exchange.getRequestURI().getPath(), body);
        } else {
            JsonNode expected = session.remove();
            JsonNode request = ExtendedJson.read(body);
            compare("operation", expected.path("operation"), request.path("operationName"));
            compare(expected.path("operation").asText(), expected.path("variables"), request.path("variables"));
            answer = expected.path("answer").toString();
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void compare(String where, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && expected.size() == actual.size()) {
            for (Entry<String, JsonNode> member : expected.properties()) {
                compare(where + "." + member.getKey(), member.getValue(), actual.path(member.getKey()));
            }
        } else if (!expected.equals(actual) && !(expected.asText().equals("*") && !actual.asText().isEmpty())) {
            differences.add(where + ": " + expected + " was " + actual);
        }
    }

    private WandbHttp http() {
        return new WandbHttp(WandbHttp.newClient(Duration.ofSeconds(5)), URI.create(url()),
                new ApiKey("0123456789abcdef0123456789abcdef01234567"), Duration.ofSeconds(20), Clock.systemUTC());
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }
}
