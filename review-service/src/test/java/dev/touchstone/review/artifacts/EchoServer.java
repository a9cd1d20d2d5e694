package dev.touchstone.review.artifacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Stands for the service that made an artifact. It answers with the query of the address, so it needs no state; what is too
 * long
 * for an address is put there before.
 */
public class EchoServer implements QuarkusTestResourceLifecycleManager {

    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", this::answer);
            started.start();
            server = started;
            return Map.of("touchstone.services.sandbox-url", "http://localhost:" + started.getAddress().getPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("PUT")) {
                kept.put(path, exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            byte[] body = kept.containsKey(path) ? kept.get(path)
                    : exchange.getRequestURI().getQuery().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status(exchange), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** As every service, it answers to services. */
    private static int status(HttpExchange exchange) {
        if (!TestKeys.bearer(TestKeys.SERVICE).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return 401;
        }
        return exchange.getRequestURI().getPath().equals("/gone") ? 404 : 200;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
