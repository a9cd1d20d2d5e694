package dev.touchstone.review.ledger.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.events.codec.EventJson;

/** An audit endpoint that answers as it is told to, then with 204, and remembers what it was sent. */
final class ScriptedEndpoint implements AutoCloseable {

    /**
     * @param delayMillis before the answer
     * @param header of the answer, {@code Name: value}; null for none
     */
    record Reply(int status, long delayMillis, @Nullable String header, int bodyBytes) {

        static Reply status(int status) {
            return new Reply(status, 0, null, 0);
        }

        Reply with(String newHeader) {
            return new Reply(status, delayMillis, newHeader, bodyBytes);
        }
    }

    record Seen(JsonNode body, @Nullable String authorization, @Nullable String idempotencyKey) {

        long index() {
            return body.path("index").asLong();
        }
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Reply> script = new ConcurrentLinkedDeque<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    ScriptedEndpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    ScriptedEndpoint then(Reply... replies) {
        script.addAll(List.of(replies));
        return this;
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/entries");
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            seen.add(new Seen(EventJson.mapper().readTree(exchange.getRequestBody()),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            Reply next = script.poll();
            Reply reply = next == null ? Reply.status(204) : next;
            // Not a test that sleeps, but an endpoint that is slow.
            Thread.sleep(reply.delayMillis());
            if (reply.header() != null) {
                String[] header = reply.header().split(": ", 2);
                exchange.getResponseHeaders().set(header[0], header[1]);
            }
            exchange.sendResponseHeaders(reply.status(), reply.bodyBytes() == 0 ? -1 : reply.bodyBytes());
            exchange.getResponseBody().write(new byte[reply.bodyBytes()]);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
