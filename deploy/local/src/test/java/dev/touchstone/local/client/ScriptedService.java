package dev.touchstone.local.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A service that answers as it was told, in order, the last answer again and again, and remembers what it was asked. */
public final class ScriptedService implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Deque<Reply>> script = new ConcurrentHashMap<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    /** @param headers by name in small letters */
    public record Asked(String what, String query, Map<String, String> headers, String body) {
    }

    /** One answer; a stream is cut where its text ends. */
    public record Reply(int status, String type, String body, Map<String, String> headers) {

        public static Reply json(int status, String body) {
            return new Reply(status, "application/json", body, Map.of());
        }

        public static Reply stream(String text) {
            return new Reply(200, "text/event-stream", text, Map.of());
        }

        public Reply with(String header, String value) {
            return new Reply(status, type, body, Map.of(header, value));
        }
    }

    public ScriptedService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param what method and path, and for a stream of events {@code STREAM} instead of the method */
    public ScriptedService on(String what, Reply... replies) {
        script.put(what, new ArrayDeque<>(List.of(replies)));
        return this;
    }

    public List<Asked> asked(String what) {
        synchronized (asked) {
            return asked.stream().filter(each -> each.what().equals(what)).toList();
        }
    }

    public List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked request = read(exchange);
            asked.add(request);
            Reply reply = next(request.what());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply next(String what) {
        Deque<Reply> replies = script.getOrDefault(what, new ArrayDeque<>(List.of(Reply.json(404, "{\"title\":\"no such\"}"))));
        synchronized (replies) {
            return replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
        }
    }

    private static Asked read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT),
                String.join(",", values)));
        boolean stream = headers.getOrDefault("accept", "").equals("text/event-stream");
        String query = exchange.getRequestURI().getRawQuery();
        return new Asked((stream ? "STREAM" : exchange.getRequestMethod()) + " " + exchange.getRequestURI().getPath(),
                query == null ? "" : query, headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
}
