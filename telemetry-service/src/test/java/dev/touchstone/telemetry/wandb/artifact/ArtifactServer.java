package dev.touchstone.telemetry.wandb.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.telemetry.wandb.ApiKey;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.WandbHttp;

/** A W&B and a storage of our own, on two ports of loopback, which fail at the request that they are told to. */
final class ArtifactServer implements AutoCloseable {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    /** What happens to one request. */
    enum Fault {
        NONE(200, true),
        /** The connection breaks; the request took effect or not. */
        RESET_AFTER_STORING(0, true),
        RESET_BEFORE_STORING(0, false),
        /** No answer comes; the request took effect or not. */
        SILENT_AFTER_STORING(0, true),
        SILENT_BEFORE_STORING(0, false),
        /** An answer that is none. */
        BROKEN(500, false),
        BUSY(429, false),
        EXPIRED(403, false);

        private final int status;
        private final boolean stores;

        Fault(int status, boolean stores) {
            this.status = status;
            this.stores = stores;
        }

        boolean losesTheAnswer() {
            return stores && this != NONE;
        }

        private boolean isSilent() {
            return this == SILENT_BEFORE_STORING || this == SILENT_AFTER_STORING;
        }
    }

    /** One request as it came; the body only of what goes to W&B. */
    record Seen(String method, String path, Map<String, List<String>> headers, JsonNode body) {

        String operation() {
            return body.path("operationName").asText(method);
        }

        JsonNode variables() {
            return body.path("variables");
        }
    }

    final ArtifactStore store;
    private final HttpServer wandb;
    private final HttpServer storage;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int faultAt = -1;
    private volatile Fault fault = Fault.NONE;

    ArtifactServer() {
        wandb = server(this::answerWandb);
        storage = server(this::answerStorage);
        store = new ArtifactStore(url(storage).toString());
    }

    private static HttpServer server(HttpHandler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", handler);
            server.start();
            return server;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static URI url(HttpServer server) {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The request of this number, from 0, fails so. */
    void failAt(int number, Fault with) {
        faultAt = number;
        fault = with;
    }

    WandbHttp http(Duration timeLimit) {
        return new WandbHttp(WandbHttp.newClient(Duration.ofSeconds(5)), url(wandb), new ApiKey(KEY), timeLimit,
                Clock.systemUTC());
    }

    Artifacts artifacts() {
        return artifacts(PartSize.DEFAULT, Duration.ofSeconds(20));
    }

    Artifacts artifacts(PartSize partSize, Duration limit) {
        return new Artifacts(http(limit), new ClientIds("seed"), partSize, limit);
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    List<String> operations() {
        return seen.stream().map(Seen::operation).toList();
    }

    List<Seen> seen(String operation) {
        return seen.stream().filter(request -> request.operation().equals(operation)).toList();
    }

    private void answerWandb(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            answerStorage(exchange);
            return;
        }
        JsonNode body = ExtendedJson.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Fault now = next(exchange, body);
        String answer = now.stores ? store.operation(body.path("operationName").asText(), body.path("variables")) : "";
        finish(exchange, now, 200, answer);
    }

    private void answerStorage(HttpExchange exchange) throws IOException {
        Fault now = next(exchange, ExtendedJson.read("{}"));
        try (InputStream in = exchange.getRequestBody()) {
            ArtifactStore.Put put = now.stores ? store.put(exchange, in) : new ArtifactStore.Put(200, "", "");
            if (!put.etag().isEmpty()) {
                exchange.getResponseHeaders().add("ETag", put.etag());
            }
            finish(exchange, now, put.status(), put.body());
        }
    }

    private Fault next(HttpExchange exchange, JsonNode body) {
        seen.add(new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()), body));
        return requests.getAndIncrement() == faultAt ? fault : Fault.NONE;
    }

    private void finish(HttpExchange exchange, Fault now, int status, String body) throws IOException {
        if (now.isSilent()) {
            awaitClose();
        }
        if (now.status == 0) {
            exchange.close();
            return;
        }
        byte[] bytes = (now == Fault.NONE ? body : "{\"error\":\"scripted\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(now == Fault.NONE ? status : now.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        wandb.stop(0);
        storage.stop(0);
    }
}
