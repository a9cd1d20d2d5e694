package dev.touchstone.sandbox.egress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server on loopback that remembers what it was asked, in the place of an agent under test. */
public final class LoopbackServer implements AutoCloseable {

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /** What the server was asked. */
    public record Asked(String method, String path, Headers headers, String body) {
    }

    /** How it answers. */
    @FunctionalInterface
    public interface Behaviour {

        /**
         * @param times how often it was asked, with this one
         */
        void answer(HttpExchange exchange, int times) throws IOException, InterruptedException;
    }

    private LoopbackServer(HttpServer server) {
        this.server = server;
    }

    public static LoopbackServer start(Behaviour behaviour) {
        try {
            return start(HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0), behaviour);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static LoopbackServer start(HttpServer bound, Behaviour behaviour) {
        LoopbackServer loopback = new LoopbackServer(bound);
        bound.setExecutor(loopback.threads);
        bound.createContext("/", exchange -> loopback.handle(exchange, behaviour));
        bound.start();
        return loopback;
    }

    private void handle(HttpExchange exchange, Behaviour behaviour) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(), body));
            behaviour.answer(exchange, asked.size());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers with JSON. */
    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Answers with a redirect. */
    static void redirect(HttpExchange exchange, int status, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(status, -1);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** This server under the name that {@link EgressFixture} allows. */
    public String url(String path) {
        return "http://" + EgressFixture.AGENT + ":" + port() + path;
    }

    public List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
