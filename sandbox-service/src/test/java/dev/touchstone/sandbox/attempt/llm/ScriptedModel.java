package dev.touchstone.sandbox.attempt.llm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.events.codec.EventJson;

/** An OpenAI-compatible host on loopback that answers by a script, and remembers what it was asked and with which key. */
public final class ScriptedModel implements AutoCloseable {

    /** What it really is, whatever it was asked for. */
    public static final String SERVED = "scripted-model-1";

    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final Queue<Reply> once = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Function<JsonNode, Reply> always;

    /** A reply as bytes; of other statuses than 200 hosts send anything. */
    public record Reply(int status, String body, Map<String, String> headers) {

        public static Reply status(int status) {
            return new Reply(status, "{\"error\": {\"message\": \"scripted\"}}", Map.of());
        }

        public static Reply raw(String body) {
            return new Reply(200, body, Map.of());
        }

        /** A whole chat completion with this content. */
        public static Reply saying(String content) {
            return completion(content, "stop");
        }

        public static Reply completion(String content, String finishReason) {
            try {
                return raw(EventJson.mapper()
                        .writeValueAsString(Map.of("id", "c-1", "object", "chat.completion", "created", 1, "model", SERVED,
                                "choices",
                                List.of(Map.of("index", 0, "finish_reason", finishReason, "message",
                                        Map.of("role", "assistant", "content", content))),
                                "usage", Map.of("prompt_tokens", 100, "completion_tokens", 20, "total_tokens", 120))));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    public ScriptedModel(Function<JsonNode, Reply> replies) {
        always = replies;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    /** What it says next, before it goes on as it was made to. */
    public ScriptedModel then(Reply reply) {
        once.add(reply);
        return this;
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = EventJson.mapper().readTree(exchange.getRequestBody());
            requests.add(request);
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            Reply scripted = once.poll();
            Reply reply = scripted == null ? always.apply(request) : scripted;
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
