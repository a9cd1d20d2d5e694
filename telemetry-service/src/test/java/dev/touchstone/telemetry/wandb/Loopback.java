package dev.touchstone.telemetry.wandb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server on loopback that writes down what it is asked and answers as the test says. */
public final class Loopback implements AutoCloseable {

    /**
     * One request.
     *
     * @param headers by their names in small letters; the first value of each
     * @param body unpacked
     */
    public record Request(String method, String path, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public JsonNode json() {
            return ExtendedJson.read(body);
        }

        public String operation() {
            return path.endsWith("/graphql") ? json().path("operationName").asText() : "";
        }
    }

    /**
     * One answer.
     *
     * @param packed whether it is packed on its way
     */
    public record Reply(int status, String body, boolean packed) {

        public static Reply json(String body) {
            return of(200, body);
        }

        public static Reply of(int status, String body) {
            return new Reply(status, body, false);
        }

        public static Reply packed(String body) {
            return new Reply(200, body, true);
        }

        byte[] bytes() throws IOException {
            byte[] plain = body.getBytes(StandardCharsets.UTF_8);
            if (!packed) {
                return plain;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                out.write(plain);
            }
            return bytes.toByteArray();
        }
    }

    private final HttpServer server;
    private final List<Request> seen = new CopyOnWriteArrayList<>();

    public Loopback(Function<Request, Reply> answers) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> handle(exchange, answers));
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public List<Request> seen() {
        return List.copyOf(seen);
    }

    /** A client of it with a key. */
    public WandbHttp client() {
        return client(new ApiKey(ScriptedWandb.KEY), Clock.systemUTC());
    }

    public WandbHttp client(Credential credential, Clock clock) {
        return new WandbHttp(WandbHttp.newClient(Duration.ofSeconds(2)), url(), credential, Duration.ofSeconds(5), clock);
    }

    private void handle(HttpExchange exchange, Function<Request, Reply> answers) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        InputStream body = "gzip".equals(headers.get("content-encoding")) ? new GZIPInputStream(exchange.getRequestBody())
                : exchange.getRequestBody();
        Request request = new Request(exchange.getRequestMethod(), Objects.toString(exchange.getRequestURI().getRawPath()),
                Map.copyOf(headers), new String(body.readAllBytes(), StandardCharsets.UTF_8));
        seen.add(request);
        Reply reply = answers.apply(request);
        if (reply.packed()) {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        }
        byte[] answer = reply.bytes();
        exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
