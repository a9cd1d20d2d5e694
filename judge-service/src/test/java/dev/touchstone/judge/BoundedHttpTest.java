package dev.touchstone.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

class BoundedHttpTest {

    private static final BoundedHttp.Bounds BOUNDS = new BoundedHttp.Bounds(1_000, Duration.ofSeconds(20));

    private final CountDownLatch cutOff = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BoundedHttp http = new BoundedHttp();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/fits", exchange -> write(exchange, 1_000));
        server.createContext("/larger", exchange -> write(exchange, 1_001));
        server.createContext("/endless", this::writeUntilCutOff);
        server.createContext("/half", this::writeHalf);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
        http.close();
    }

    @Test
    void whatFitsIsReadWhole() throws Exception {
        assertEquals(Optional.of(1_000), get("/fits", BOUNDS).body().map(body -> body.length));
    }

    @Test
    void oneByteMoreIsNotRead() throws Exception {
        assertFalse(get("/larger", BOUNDS).body().isPresent());
    }

    @Test
    void aBodyWithoutEndIsCutOffAndItsStatusKept() throws Exception {
        // When
        HttpResponse<Optional<byte[]>> response = get("/endless", BOUNDS);
        // Then
        assertFalse(response.body().isPresent());
        assertEquals(503, response.statusCode());
        cutOff.await();
    }

    @Test
    void aBodyThatStopsHalfWayIsNotWaitedForForEver() {
        assertThrows(HttpTimeoutException.class,
                () -> get("/half", new BoundedHttp.Bounds(1_000, Duration.ofMillis(200))));
    }

    private HttpResponse<Optional<byte[]>> get(String path, BoundedHttp.Bounds bounds) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return http.send(HttpRequest.newBuilder(address).build(), bounds);
    }

    private static void write(HttpExchange exchange, int bytes) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes);
            exchange.getResponseBody().write(new byte[bytes]);
        }
    }

    private void writeUntilCutOff(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(503, 0);
            OutputStream body = exchange.getResponseBody();
            while (over.getCount() > 0) {
                body.write(new byte[8_192]);
            }
        } finally {
            cutOff.countDown();
        }
    }

    private void writeHalf(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[500]);
            exchange.getResponseBody().flush();
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
