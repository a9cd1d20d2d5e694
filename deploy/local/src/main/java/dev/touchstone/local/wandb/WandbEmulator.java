package dev.touchstone.local.wandb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The emulator on its socket: GraphQL, file stream and uploads for clients, pages for people, {@code /admin} for tests.
 * Each request has a virtual thread of its own. What was received is kept until the emulator is closed, then forgotten.
 */
public final class WandbEmulator implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final URI url;
    private final Service service;

    private WandbEmulator(int port, EmulatorSettings settings) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        server.setExecutor(threads);
        url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        service = new Service(url, settings);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * @param port to listen at on the loopback; 0 for any free one
     * @throws UncheckedIOException if the port is taken
     */
    public static WandbEmulator start(int port) {
        return start(port, EmulatorSettings.defaults());
    }

    /** @throws UncheckedIOException if the port is taken */
    public static WandbEmulator start(int port, EmulatorSettings settings) {
        try {
            return new WandbEmulator(port, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("the W&B emulator cannot listen at port " + port, e);
        }
    }

    /** The base URL of API and pages, without a trailing slash. */
    public URI url() {
        return url;
    }

    /** Writes all runs as JSON, as {@code GET /admin/runs} shows them. */
    public void dump(Path file) throws IOException {
        Files.writeString(file, service.dump());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (RequestReader.read(exchange)) {
                case RequestReader.Refused(Answer answer) -> send(exchange, answer);
                case RequestReader.Accepted(Request request) -> carryOut(request, exchange);
            }
        }
    }

    private void carryOut(Request request, HttpExchange exchange) throws IOException {
        Optional<Fault> fault = service.fault(request);
        if (fault.isPresent()) {
            strike(fault.get(), request, exchange);
        } else {
            send(exchange, service.answer(request));
        }
    }

    private void strike(Fault fault, Request request, HttpExchange exchange) throws IOException {
        switch (fault) {
            case Fault.Refuse(int status, Map<String, String> headers, String body) -> {
                send(exchange, new Answer(status, headers, Blob.of(body)));
            }
            // Closing the exchange unanswered ends the connection.
            case Fault.Reset() -> service.answer(request);
            case Fault.Slow(var delay) -> {
                Answer answer = service.answer(request);
                pause(delay.toMillis());
                send(exchange, answer);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        // -1 stands for "no body"; 0 would announce a chunked one.
        exchange.sendResponseHeaders(answer.status(), answer.body().size() == 0 ? -1 : answer.body().size());
        if (answer.body().size() > 0) {
            exchange.getResponseBody().write(answer.body().bytes());
        }
    }
}
