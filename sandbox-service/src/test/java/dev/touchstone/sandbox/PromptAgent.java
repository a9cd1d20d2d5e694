package dev.touchstone.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.codec.EventJson;

/** An agent on loopback that speaks the prompt protocol and serves its card, and remembers what it was asked. */
final class PromptAgent implements AutoCloseable {

    private static final String CARD = """
            {"name": "Tabi", "skills": [{"name": "Trains", "description": "Explains trains from Tokyo to Kyoto.",
             "examples": ["Which train goes from Tokyo to Kyoto?", "東京から京都まで行く電車はどれですか。"]}]}""";

    private final byte[] card;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    PromptAgent(UnaryOperator<String> replies) {
        this(CARD, replies);
    }

    PromptAgent(String card, UnaryOperator<String> replies) {
        this.card = card.getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/card", exchange -> send(exchange, this.card));
        server.createContext("/agent", exchange -> {
            String prompt = EventJson.mapper().readTree(exchange.getRequestBody()).path("prompt").asText();
            asked.add(prompt);
            send(exchange, EventJson.mapper().writeValueAsBytes(Map.of("response", replies.apply(prompt))));
        });
        server.start();
    }

    AgentTarget target() {
        ArtifactRef file = new ArtifactRef("card.json", "application/json", card.length, Artifacts.digest(card), url("/card"));
        return new AgentTarget("Tabi", url("/agent"), AgentTarget.Protocol.PROMPT, file);
    }

    /** Everything that it was asked so far, in the order in which it came. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** How often it was asked this, with or without something before it. */
    long timesAsked(String text) {
        return asked.stream().filter(prompt -> prompt.endsWith(text)).count();
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
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
