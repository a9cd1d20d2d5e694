package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.egress.LoopbackServer.Asked;

class EgressTest {

    private static final int MAX_BODY = 4_096;

    private final EgressFixture fixture = new EgressFixture(Map.of("max-body", Integer.toString(MAX_BODY)));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void goes_to_the_vetted_address_under_the_name_of_the_url() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200, "{}"))) {
            Fetched fetched = fixture.send(Call.post(server.url("/a2a?x=1"), Map.of("A2A-Version", "1.0"), "{\"a\":1}"));

            Asked asked = server.asked().getFirst();
            assertEquals(new Fetched.Response(200, "{}"), fetched);
            assertEquals("POST /a2a?x=1 {\"a\":1}", asked.method() + " " + asked.path() + " " + asked.body());
            assertEquals("agent.test:" + server.port(), asked.headers().getFirst("Host"));
            assertEquals("1.0", asked.headers().getFirst("A2A-Version"));
            assertEquals("application/json", asked.headers().getFirst("Content-Type"));
            assertEquals(List.of("agent.test"), fixture.resolver().asked());
            assertEquals(1, fixture.calls("answered"));
        }
    }

    @Test
    void says_nothing_of_the_caller() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            LoopbackServer.send(exchange, 200, "{}");
        })) {
            fixture.send(Call.get(server.url("/")));
            fixture.send(Call.get(server.url("/")));

            for (String name : List.of("Cookie", "Authorization", "Referer", "traceparent")) {
                assertNull(server.asked().getLast().headers().getFirst(name), name);
            }
        }
    }

    @Test
    void asks_the_name_service_once_whatever_follows() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer
                .start((exchange, times) -> LoopbackServer.send(exchange, times < 3 ? 503 : 200, "{}"))) {
            Fetched fetched = fixture.send(Call.get(server.url("/")));

            assertEquals(new Fetched.Response(200, "{}"), fetched);
            assertEquals(List.of("agent.test"), fixture.resolver().asked());
        }
    }

    @Test
    void a_name_that_leads_to_loopback_is_refused_unless_allowed() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200, "{}"))) {
            fixture.resolver().with("localhost", "127.0.0.1", "::1");

            Fetched fetched = fixture.send(Call.get("http://localhost:" + server.port() + "/"));

            assertEquals(FailureCode.PRIVATE_ADDRESS, failure(fetched).code());
            assertTrue(server.asked().isEmpty());
        }
    }

    @Test
    void one_private_address_among_public_ones_is_enough_to_refuse() throws InterruptedException {
        fixture.resolver().with("mixed.example", "8.8.8.8", "10.0.0.1");

        Fetched fetched = fixture.send(Call.get("http://mixed.example/"));

        assertEquals(FailureCode.PRIVATE_ADDRESS, failure(fetched).code());
        assertFalse(failure(fetched).detail().contains("10.0.0.1"), "would map the network");
    }

    @Test
    void a_host_without_an_address_and_a_port_of_another_protocol_are_refused() throws InterruptedException {
        fixture.resolver().with("public.example", "8.8.8.8");

        assertEquals(FailureCode.NOT_RESOLVED, failure(fixture.send(Call.get("http://nowhere.example/"))).code());
        assertEquals(FailureCode.BLOCKED_PORT, failure(fixture.send(Call.get("http://public.example:25/"))).code());
    }

    @Test
    void a_redirect_to_a_private_address_is_refused() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start(
                (exchange, times) -> LoopbackServer.redirect(exchange, 302, "http://169.254.169.254/latest/meta-data/"))) {
            Fetched fetched = fixture.send(Call.get(server.url("/")));

            assertEquals(FailureCode.PRIVATE_ADDRESS, failure(fetched).code());
            assertTrue(failure(fetched).detail().startsWith("after a redirect"));
        }
    }

    @Test
    void a_redirect_to_another_scheme_is_refused() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer
                .start((exchange, times) -> LoopbackServer.redirect(exchange, 302, "file:///etc/passwd"))) {
            assertEquals(FailureCode.BAD_URL, failure(fixture.send(Call.get(server.url("/")))).code());
        }
    }

    @Test
    void redirects_in_a_circle_end() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer
                .start((exchange, times) -> LoopbackServer.redirect(exchange, 307, "/again"))) {
            Fetched fetched = fixture.send(Call.post(server.url("/"), Map.of(), "{}"));

            assertEquals(FailureCode.REDIRECT, failure(fetched).code());
            assertEquals(4, server.asked().size());
        }
    }

    @Test
    void a_post_stays_a_post_or_is_not_redirected() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            switch (exchange.getRequestURI().getPath()) {
                case "/308" -> LoopbackServer.redirect(exchange, 308, "/end");
                case "/303" -> LoopbackServer.redirect(exchange, 303, "/end");
                default -> LoopbackServer.send(exchange, 200, "{}");
            }
        })) {
            assertInstanceOf(Fetched.Response.class, fixture.send(Call.post(server.url("/308"), Map.of(), "{\"a\":1}")));
            assertEquals("POST {\"a\":1}", server.asked().getLast().method() + " " + server.asked().getLast().body());
            assertEquals(FailureCode.REDIRECT, failure(fixture.send(Call.post(server.url("/303"), Map.of(), "{}"))).code());
        }
    }

    @Test
    void an_oversized_answer_is_cut_whether_announced_or_not() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            byte[] part = new byte[MAX_BODY];
            exchange.sendResponseHeaders(200, exchange.getRequestURI().getPath().equals("/endless") ? 0 : 1_000_000);
            for (int written = 0; written < 1_000_000; written += part.length) {
                exchange.getResponseBody().write(part);
            }
        })) {
            assertEquals(FailureCode.TOO_LARGE, failure(fixture.send(Call.get(server.url("/announced")))).code());
            assertEquals(FailureCode.TOO_LARGE, failure(fixture.send(Call.get(server.url("/endless")))).code());
        }
    }

    @Test
    void an_answer_that_unfolds_beyond_the_limit_is_refused() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> gzip(exchange, 1_000_000))) {
            assertEquals(FailureCode.TOO_LARGE, failure(fixture.send(Call.get(server.url("/")))).code());
        }
    }

    @Test
    void a_compressed_answer_is_unfolded_and_another_encoding_refused() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            if (times == 1) {
                gzip(exchange, MAX_BODY);
            } else {
                exchange.getResponseHeaders().set("Content-Encoding", "br");
                LoopbackServer.send(exchange, 200, "{}");
            }
        })) {
            assertEquals(new Fetched.Response(200, " ".repeat(MAX_BODY)), fixture.send(Call.get(server.url("/"))));
            assertEquals(FailureCode.NOT_UNDERSTOOD, failure(fixture.send(Call.get(server.url("/")))).code());
        }
    }

    @Test
    void an_oversized_head_is_refused() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            exchange.getResponseHeaders().set("X-Large", "x".repeat(20_000));
            LoopbackServer.send(exchange, 200, "{}");
        })) {
            assertEquals(FailureCode.TOO_LARGE, failure(fixture.send(Call.get(server.url("/")))).code());
        }
    }

    @Test
    void a_slow_answer_ends_at_the_deadline() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            exchange.sendResponseHeaders(200, 0);
            // Byte by byte, so that no limit on silence would notice.
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(50);
            }
        })) {
            Fetched fetched = fixture.egress().send(Call.get(server.url("/")), Deadline.in(Duration.ofMillis(300)));

            assertEquals(FailureCode.TIMEOUT, failure(fetched).code());
        }
    }

    @Test
    void a_connection_that_breaks_is_not_tried_again() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
        })) {
            assertEquals(FailureCode.BROKEN, failure(fixture.send(Call.get(server.url("/")))).code());
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void a_port_where_nobody_listens_is_a_failure_to_connect() throws IOException, InterruptedException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertEquals(FailureCode.CONNECT, failure(fixture.send(Call.get("http://agent.test:" + free + "/"))).code());
    }

    @Test
    void what_is_not_http_is_not_understood() throws IOException, InterruptedException {
        try (ServerSocket socket = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                try (var client = socket.accept()) {
                    client.getOutputStream().write("SSH-2.0-OpenSSH_9.9\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    client.getInputStream().readAllBytes();
                } catch (IOException over) {
                    // The client has left, as it should.
                }
            });

            Fetched fetched = fixture.send(Call.get("http://agent.test:" + socket.getLocalPort() + "/"));

            assertEquals(FailureCode.NOT_UNDERSTOOD, failure(fetched).code());
        }
    }

    @Test
    void too_many_requests_are_repeated_when_the_server_says() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            exchange.getResponseHeaders().set("Retry-After", "1");
            LoopbackServer.send(exchange, times == 1 ? 429 : 200, "{}");
        })) {
            long began = System.nanoTime();

            Fetched fetched = fixture.send(Call.get(server.url("/")));

            assertEquals(new Fetched.Response(200, "{}"), fetched);
            assertTrue(System.nanoTime() - began >= Duration.ofSeconds(1).toNanos(), "came back too early");
        }
    }

    @Test
    void repeating_ends_and_so_does_patience() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            if (exchange.getRequestURI().getPath().equals("/tomorrow")) {
                exchange.getResponseHeaders().set("Retry-After", "86400");
            }
            LoopbackServer.send(exchange, 503, "{}");
        })) {
            assertEquals(new Fetched.Response(503, "{}"), fixture.send(Call.get(server.url("/"))));
            assertEquals(3, server.asked().size());
            assertEquals(new Fetched.Response(503, "{}"), fixture.send(Call.get(server.url("/tomorrow"))));
            assertEquals(4, server.asked().size());
        }
    }

    @Test
    void a_probe_does_not_wait_for_a_body_without_end() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            exchange.sendResponseHeaders(405, 0);
            exchange.getResponseBody().flush();
            Thread.sleep(10_000);
        })) {
            assertEquals(new Fetched.Response(405, ""), fixture.send(Call.probe(server.url("/"))));
        }
    }

    private static void gzip(HttpExchange exchange, int size) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, 0);
        try (GZIPOutputStream zipped = new GZIPOutputStream(exchange.getResponseBody())) {
            zipped.write(" ".repeat(size).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Fetched.Failure failure(Fetched fetched) {
        return assertInstanceOf(Fetched.Failure.class, fetched);
    }
}
