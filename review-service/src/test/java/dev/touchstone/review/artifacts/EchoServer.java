package dev.touchstone.review.artifacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Stands for the service that made an artifact. It answers with the query of the address, so it needs no state. */
public class EchoServer implements QuarkusTestResourceLifecycleManager {

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", exchange -> {
                byte[] body = exchange.getRequestURI().getQuery().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status(exchange), body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            started.start();
            server = started;
            return Map.of("touchstone.services.sandbox-url", "http://localhost:" + started.getAddress().getPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
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
