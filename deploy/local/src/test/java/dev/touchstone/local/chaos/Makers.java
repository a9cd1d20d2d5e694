package dev.touchstone.local.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.access.ApiKey;

/**
 * Stands for the services that made what belongs to a run: gives files by their digest and a submission's ledger, to
 * services only, and each as its {@link Fate} is. Traces may be sent here too.
 */
final class Makers implements AutoCloseable {

    /** Longer than {@link Bench} lets telemetry-service wait. */
    private static final Duration TOO_LONG = Duration.ofMillis(1_500);
    private static final int SLOW_ASKS = 2;
    private static final int AWAY_ASKS = 4;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final String authorization;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicInteger exports = new AtomicInteger();

    private record Kept(String content, String early, Fate fate, AtomicInteger asked) {
    }

    Makers(ApiKey serviceKey) throws IOException {
        authorization = "Bearer " + serviceKey.secret();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::give);
        server.createContext("/otel/v1/traces", exchange -> {
            exports.incrementAndGet();
            answer(exchange, 200, "");
        });
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** How often traces were sent here. */
    int exports() {
        return exports.get();
    }

    /** Keeps a file that is asked for by its digest. */
    ArtifactRef keep(String name, String content, Fate fate) {
        String digest = Digests.ours(content);
        URI url = address().resolve("/artifacts/" + digest);
        kept.putIfAbsent(url.getPath(), new Kept(content, content, fate, new AtomicInteger()));
        return new ArtifactRef(name, "application/x-ndjson", content.getBytes(StandardCharsets.UTF_8).length, digest, url);
    }

    /**
     * Keeps a submission's ledger.
     *
     * @param early as it is for the first who ask: entries come after their events
     */
    void keepLedger(UUID submissionId, String early, String content, Fate fate) {
        kept.put("/review/ledger/" + submissionId + "/export", new Kept(content, early, fate, new AtomicInteger()));
    }

    private void give(HttpExchange exchange) throws IOException {
        Optional<Kept> file = Optional.ofNullable(kept.get(exchange.getRequestURI().getPath()));
        if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "");
        } else if (file.isEmpty()) {
            answer(exchange, 404, "");
        } else {
            give(exchange, file.get(), file.get().asked().getAndIncrement());
        }
    }

    private static void give(HttpExchange exchange, Kept file, int before) throws IOException {
        switch (file.fate()) {
            case SERVED -> answer(exchange, 200, before == 0 ? file.early() : file.content());
            case SLOW -> {
                if (before < SLOW_ASKS) {
                    dawdle();
                }
                answer(exchange, 200, file.content());
            }
            case AWAY -> answer(exchange, before < AWAY_ASKS ? 503 : 200, file.content());
            case GONE -> answer(exchange, 404, "");
            case FORGED -> answer(exchange, 200, "forged");
            case NEVER -> answer(exchange, 503, "");
        }
    }

    private static void dawdle() {
        try {
            TimeUnit.MILLISECONDS.sleep(TOO_LONG.toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
