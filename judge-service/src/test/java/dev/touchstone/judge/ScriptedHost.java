package dev.touchstone.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * One HTTP server in the place of the relay, of the service that keeps the card, and of a model's host. How each behaves
 * is said by who asks: the path of the agent's endpoint, and the name of the model.
 */
final class ScriptedHost {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    ScriptedHost() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    String start() {
        server.createContext("/artifacts/",
                exchange -> answer(exchange, 200, Cards.byPath(exchange.getRequestURI().getPath())));
        server.createContext("/relay/message", this::relay);
        server.createContext("/similarities", new ScriptedSimilarities(stopped));
        server.createContext("/calls", exchange -> answer(exchange, 200, JSON.writeValueAsString(calls)));
        server.createContext("/v1/chat/completions", this::complete);
        server.setExecutor(threads);
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        stopped.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void relay(HttpExchange exchange) throws IOException {
        JsonNode message = JSON.readTree(exchange.getRequestBody());
        String agent = message.path("endpoint").asText().replaceFirst("^.*/", "");
        String text = message.path("text").asText();
        int call = calls.merge(agent, 1, Integer::sum);
        calls.merge(agent + " " + text, 1, Integer::sum);
        if (agent.startsWith("flaky") && call == 2) {
            answer(exchange, 503, "{}");
        } else if (agent.startsWith("silent")) {
            answer(exchange, 200, """
                    {"outcome":"failed","code":"timeout","detail":"no answer; key sk-abcdefghijklmnopqrstuvwx",\
                    "latencyMillis":30000}""");
        } else if (agent.startsWith("inside")) {
            answer(exchange, 200, """
                    {"outcome":"failed","code":"private_address","detail":"loopback","refused":true,"latencyMillis":0}""");
        } else if (agent.startsWith("handy")) {
            answer(exchange, 200, JSON.writeValueAsString(Map.of("outcome", "answered", "text", Agents.answer(agent, text),
                    "toolCalls", List.of(Map.of("name", "find", "arguments", "{\"key\": \"sk-abcdefghijklmnopqrstuvwx\"}")),
                    "tokens", Map.of("output", 7))));
        } else {
            answer(exchange, 200, JSON.writeValueAsString(Map.of("outcome", "answered", "text", Agents.answer(agent, text),
                    "latencyMillis", call, "contextId", "c")));
        }
    }

    private void complete(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        String model = request.path("model").asText();
        int call = calls.merge(model, 1, Integer::sum);
        boolean authorized = "Bearer the-key".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean asJson = "json_schema".equals(request.path("response_format").path("type").asText());
        if (!authorized || !asJson) {
            answer(exchange, 401, "{}");
            return;
        }
        Models.Reply reply = Models.reply(model, call, Prompt.of(request));
        if (reply.hangs()) {
            untilStopped();
        }
        reply.retryAfter().ifPresent(value -> exchange.getResponseHeaders().add("Retry-After", value));
        answer(exchange, reply.status(), reply.body());
    }

    private void untilStopped() {
        try {
            stopped.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
