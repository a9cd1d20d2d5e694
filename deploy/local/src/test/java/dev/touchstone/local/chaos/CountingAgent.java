package dev.touchstone.local.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.ArtifactRef;

/** An agent on loopback that thinks for a while, refuses, and remembers what it was asked. */
final class CountingAgent implements AutoCloseable {

    private static final String CARD = "{\"name\": \"Tabi\", \"skills\": [{\"name\": \"Trains\"}]}";
    private static final byte[] REFUSAL = "{\"response\": \"I'm sorry, but I can't help with that.\"}"
            .getBytes(StandardCharsets.UTF_8);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    private final Duration latency;

    CountingAgent(Duration latency) throws IOException {
        this.latency = latency;
        server.setExecutor(threads);
        server.createContext("/card", exchange -> send(exchange, CARD.getBytes(StandardCharsets.UTF_8)));
        server.createContext("/agent", this::answer);
        server.start();
    }

    AgentTarget target() {
        return new AgentTarget("Tabi", url("/agent"), AgentTarget.Protocol.PROMPT,
                new ArtifactRef("card.json", "application/json", CARD.length(), Digests.ours(CARD), url("/card")));
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** The prompts in the order in which they came. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new ObjectMapper().readTree(exchange.getRequestBody()).path("prompt").asText());
        long until = System.nanoTime() + latency.toNanos();
        for (long left = latency.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        send(exchange, REFUSAL);
    }

    private URI url(String path) {
        return URI.create("http://" + authority() + path);
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
