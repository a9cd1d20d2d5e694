package dev.touchstone.review.artifacts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Stands for telemetry-service. What it answers about archives is in the submission's id; what a run says of the ledger is
 * put there.
 */
public class TelemetryDouble implements QuarkusTestResourceLifecycleManager {

    /** What it makes of a submission's run. */
    enum Kept {
        ARCHIVE(0),
        NOTHING(1),
        OUT_OF_ORDER(2),
        BREAKS_OFF(3);

        private static final long MARK = 0xFFFFL;

        private final long mark;

        Kept(long mark) {
            this.mark = mark;
        }

        /** An id of a submission that is kept so. */
        UUID anId() {
            UUID any = UUID.randomUUID();
            return new UUID((any.getMostSignificantBits() & ~MARK) | mark, any.getLeastSignificantBits());
        }

        static Kept of(UUID submissionId) {
            return Arrays.stream(values()).filter(kept -> kept.mark == (submissionId.getMostSignificantBits() & MARK))
                    .findFirst().orElse(NOTHING);
        }
    }

    /** Of the archive, in blocks of a mebibyte: more than would go unnoticed in memory or in a buffer. */
    static final int BLOCKS = 48;
    static final int BLOCK = 1024 * 1024;

    private static final Pattern PATH = Pattern.compile("/telemetry/runs/([^/]+)/offline-archive");

    private static final Pattern LEDGER_ROWS = Pattern.compile("/telemetry/runs/[^/]+/ledger-rows");

    private final Map<String, byte[]> ledgerRows = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.setExecutor(threads);
            started.createContext("/telemetry/runs/", this::answer);
            started.start();
            server = started;
            return Map.of("touchstone.services.telemetry-url", "http://localhost:" + started.getAddress().getPort() + "/");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        boolean service = TestKeys.bearer(TestKeys.SERVICE).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (LEDGER_ROWS.matcher(exchange.getRequestURI().getPath()).matches()) {
            ledgerRows(exchange, service);
        } else if (!service || !path.matches()) {
            exchange.sendResponseHeaders(401, -1);
        } else {
            switch (Kept.of(UUID.fromString(path.group(1)))) {
                case ARCHIVE -> archive(exchange, BLOCKS);
                case NOTHING -> exchange.sendResponseHeaders(404, -1);
                case OUT_OF_ORDER -> exchange.sendResponseHeaders(500, -1);
                case BREAKS_OFF -> archive(exchange, 1);
            }
        }
        exchange.close();
    }

    private void ledgerRows(HttpExchange exchange, boolean service) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] told = ledgerRows.get(path);
        if (exchange.getRequestMethod().equals("PUT")) {
            ledgerRows.put(path, exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(204, -1);
        } else if (!service || told == null) {
            exchange.sendResponseHeaders(service ? 404 : 401, -1);
        } else {
            exchange.sendResponseHeaders(200, told.length);
            exchange.getResponseBody().write(told);
        }
    }

    /** Closed before all that was announced has come, the connection breaks. */
    private static void archive(HttpExchange exchange, int blocks) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/zip");
        exchange.sendResponseHeaders(200, (long) BLOCKS * BLOCK);
        OutputStream body = exchange.getResponseBody();
        for (int block = 0; block < blocks; block++) {
            body.write(block(block));
        }
    }

    static byte[] block(int number) {
        byte[] block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) (i * 31 + number);
        }
        return block;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }
}
