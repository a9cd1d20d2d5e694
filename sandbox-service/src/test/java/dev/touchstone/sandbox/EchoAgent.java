package dev.touchstone.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.artifacts.Artifacts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** An agent that wants a token and gives it away in every answer; the service is set up with that token. */
public class EchoAgent implements QuarkusTestResourceLifecycleManager {

    static final String TOKEN = "tk_9fQ2-Zr7.Lm4xW8pB-echo";
    static final AgentTarget.Terms TERMS = new AgentTarget.Terms(null, "acme/echo", false);
    static final List<String> AUTHORIZATIONS = new CopyOnWriteArrayList<>();

    private static final byte[] CARD = """
            {"name": "Echo", "skills": [{"name": "Trains", "description": "Explains trains.",
             "examples": ["Which train goes to Kyoto?", "How long does it take?"]}]}""".getBytes(StandardCharsets.UTF_8);
    private static int port;

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/card", exchange -> send(exchange, 200, CARD));
        server.createContext("/agent", EchoAgent::echo);
        server.start();
        port = server.getAddress().getPort();
        return Map.of("touchstone.agent.secrets.\"acme/echo\".value", TOKEN,
                "touchstone.agent.secrets.\"acme/echo\".hosts", "127.0.0.1:" + port);
    }

    /** Every second answer is an error. */
    private static void echo(HttpExchange exchange) throws IOException {
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        AUTHORIZATIONS.add(authorization);
        String base64 = Base64.getEncoder().encodeToString(authorization.getBytes(StandardCharsets.UTF_8));
        String body = "{\"response\": \"I was called with " + authorization + ", that is " + base64
                + "\", \"tool_calls\": [{\"name\": \"tell\", \"arguments\": \"" + authorization + "\"}]}";
        send(exchange, AUTHORIZATIONS.size() % 2 == 0 ? 403 : 200, body.getBytes(StandardCharsets.UTF_8));
    }

    static URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static AgentTarget target() {
        ArtifactRef card = new ArtifactRef("card.json", "application/json", CARD.length, Artifacts.digest(CARD), url("/card"));
        return new AgentTarget("Echo", url("/agent"), AgentTarget.Protocol.PROMPT, card, TERMS);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
