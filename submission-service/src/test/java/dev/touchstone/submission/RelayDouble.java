package dev.touchstone.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.events.codec.EventJson;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Stands in for the sandbox's relay. What it answers follows from the address's host alone, so tests share it. */
public class RelayDouble implements QuarkusTestResourceLifecycleManager {

    /** May be called and answers. */
    public static final String GOOD = "http://good.example/a2a";
    /** Is refused when it is vetted. */
    public static final String PRIVATE = "http://private.example/a2a";
    /** May be called when it is vetted, and leads to a private address ever after. */
    public static final String REBOUND = "http://rebound.example:8443/a2a";
    /** May be called, but nothing answers there. */
    public static final String DOWN = "http://down.example/a2a";
    /** Leads to a card, and when it is asked again to another version of it. */
    public static final String DRIFTING = "http://drifting.example/card.json";
    /** Answers challenges at the place that is agreed on. */
    public static final String CHALLENGED = "http://challenged.example/a2a";
    /** The relay breaks off when this is vetted, and again when it is first probed. */
    public static final String BROKEN_RELAY = "http://broken-relay.example/a2a";
    /** The relay does not answer in time when this is vetted. */
    public static final String SLOW_RELAY = "http://slow-relay.example/a2a";

    /** A card can be fetched here, whose endpoint is {@link #GOOD}. */
    public static final String CARD = "http://card.example/card.json";
    /** What is here is JSON, but no card. */
    public static final String NO_CARD = "http://no-card.example/card.json";
    /** What is here is no JSON. */
    public static final String PAGE = "http://page.example/card.json";
    /** Nothing is here. */
    public static final String GONE = "http://gone.example/card.json";

    /** The operator's W&B API; nothing listens there. */
    public static final String WANDB_API = "http://wandb-api.example:8090";

    private static final String UNKNOWN_SECRET = """
            {"allowed": false, "reasons": [{"code": "credential", "detail": "the secret is not known here"}]}""";
    private static final String ALLOWED = "{\"allowed\": true, \"reasons\": []}";

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Set<String> probed = ConcurrentHashMap.newKeySet();
    private final Set<URI> fetchedBefore = ConcurrentHashMap.newKeySet();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/relay/vet", exchange -> answer(exchange, url -> vet(url.getHost())));
        server.createContext("/relay/probe", exchange -> answer(exchange, url -> probe(url.getHost())));
        server.createContext("/relay/fetch", exchange -> answer(exchange, this::fetch));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return Map.of("touchstone.services.sandbox-url", "http://localhost:" + server.getAddress().getPort(),
                "touchstone.intake.vet-timeout", "0.5S",
                "touchstone.wandb.api-url", WANDB_API,
                "touchstone.delivery.retry-wait", "0.1S",
                "quarkus.http.test-port", "0");
    }

    /** Null where the relay breaks off. */
    private interface Answer {

        @Nullable
        String to(URI url) throws IOException;
    }

    private @Nullable String vet(String host) {
        return switch (host) {
            case "private.example" -> """
                    {"allowed": false, "reasons": [{"code": "private_address", "detail": "resolves to a private address"}]}""";
            case "broken-relay.example" -> null;
            default -> ALLOWED;
        };
    }

    private @Nullable String probe(String host) {
        if (host.equals("broken-relay.example") && probed.add(host)) {
            return null;
        }
        return switch (host) {
            case "down.example" -> """
                    {"reachable": false, "status": null, "reason": {"code": "connect_failed", "detail": "connection refused"},
                     "latencyMillis": 2}""";
            case "rebound.example" -> """
                    {"reachable": false, "status": null, "latencyMillis": 0, "reason": {"code": "private_address",
                     "detail": "the host has an address that is not public: loopback", "refused": true}}""";
            default -> "{\"reachable\": true, \"status\": 405, \"reason\": null, \"latencyMillis\": 7}";
        };
    }

    private @Nullable String fetch(URI url) {
        return switch (url.getHost()) {
            case "broken-relay.example" -> null;
            case "drifting.example" ->
                fetched(200, Cards.at(GOOD).replace("1.2.0", fetchedBefore.add(url) ? "1.2.0" : "1.3.0"));
            case "challenged.example" -> fetched(200, url.getPath().equals("/.well-known/touchstone-challenge")
                    ? "{\"nonce\": \"" + url.getQuery().substring("nonce=".length()) + "\"}"
                    : "{}");
            case "card.example" -> fetched(200, Cards.at(GOOD));
            case "no-card.example" -> fetched(200, "{\"name\": 7}");
            case "page.example" -> fetched(200, "<html>");
            case "gone.example" -> fetched(404, "not here");
            default -> """
                    {"outcome": "failed", "code": "private_address", "detail": "resolves to a private address"}""";
        };
    }

    private static String fetched(int status, String content) {
        return EventJson.mapper().createObjectNode().put("outcome", "fetched").put("status", status)
                .put("contentType", "application/json").put("content", content).toString();
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            JsonNode request = EventJson.mapper().readTree(exchange.getRequestBody());
            URI url = URI.create(request.path("url").asText());
            if (url.getHost().equals("slow-relay.example") && exchange.getRequestURI().getPath().endsWith("vet")) {
                stopped.await();
                return;
            }
            String text = request.path("credential").asText().endsWith("/unknown") ? UNKNOWN_SECRET : answer.to(url);
            byte[] bytes = Objects.requireNonNullElse(text, "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(text == null ? 503 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        if (server != null) {
            server.stop(0);
        }
    }
}
