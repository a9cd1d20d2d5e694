package dev.touchstone.local.wandb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.local.wandb.faults.Fault;
import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Request;
import dev.touchstone.local.wandb.http.RequestReader;
import dev.touchstone.local.wandb.http.Target;
import dev.touchstone.local.wandb.runs.InFlight;

/**
 * The emulator on its socket: GraphQL, file stream and uploads for clients, pages for people, {@code /admin} for tests.
 * Each request has a virtual thread of its own. What was received is kept until the emulator
 * is closed, or, with a data directory, until that is deleted.
 */
public final class WandbEmulator implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final URI url;
    private final EmulatorSettings settings;
    private final Service service;

    private WandbEmulator(int port, EmulatorSettings settings) throws IOException {
        this.settings = settings;
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

    /** How often clients broke a rule since the emulator was started, see {@code GET /admin/violations}. */
    public long violations() {
        return service.violations();
    }

    /** Writes all runs as JSON, as {@code GET /admin/runs} shows them. */
    public void dump(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            service.dump(out);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        service.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Instant now = settings.clock().instant();
        Wire wire = new Wire(exchange);
        try (exchange;
                InFlight.Turn turn = service.begin(Target.of(exchange.getRequestURI()), RequestReader.headers(exchange), now)) {
            switch (RequestReader.read(exchange, now)) {
                case RequestReader.Refused(Answer refusal) -> wire.send(refusal);
                case RequestReader.Accepted(Request request) -> carryOut(request, turn, wire);
            }
        }
    }

    private void carryOut(Request request, InFlight.Turn turn, Wire wire) throws IOException {
        Optional<Fault> fault = service.fault(request);
        if (fault.isPresent()) {
            // A client that gives up on a slow answer tries again before that answer is sent.
            turn.close();
            wire.strike(fault.get(), () -> service.answer(request));
        } else {
            Answer answer = service.answer(request);
            turn.close();
            wire.send(answer);
        }
    }
}
