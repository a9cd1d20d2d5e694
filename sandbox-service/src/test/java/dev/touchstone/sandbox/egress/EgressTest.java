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
import java.util.concurrent.CountDownLatch;
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
    void goesToTheVettedAddressUnderTheNameOfTheUrl() throws InterruptedException {
        // Given
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200, "{}"))) {
            // When
            Fetched fetched = fixture.send(Call.post(server.url("/a2a?x=1"), Map.of("A2A-Version", "1.0"), "{\"a\":1}"));
            // Then
            Asked asked = server.asked().getFirst();
            EgressFixture.assertAnswered(200, "{}", fetched);
            assertEquals("POST /a2a?x=1 {\"a\":1}", asked.method() + " " + asked.path() + " " + asked.body());
            assertEquals("agent.test:" + server.port(), asked.headers().getFirst("Host"));
            assertEquals("1.0", asked.headers().getFirst("A2A-Version"));
            assertEquals("application/json", asked.headers().getFirst("Content-Type"));
            assertEquals(List.of("agent.test"), fixture.resolver().asked());
            assertEquals(1, fixture.calls("answered"));
        }
    }

    @Test
    void saysNothingOfTheCaller() throws InterruptedException {
        // Given
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            LoopbackServer.send(exchange, 200, "{}");
        })) {
            fixture.send(Call.get(server.url("/")));
            // When
            fixture.send(Call.get(server.url("/")));
            // Then
            for (String name : List.of("Cookie", "Authorization", "Referer", "traceparent")) {
                assertNull(server.asked().getLast().headers().getFirst(name), name);
            }
        }
    }

    @Test
    void aDocumentComesWithTheAddressThatItWasFoundAtAndHowItIsWritten() throws InterruptedException {
        // Given
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            if (times == 1) {
                LoopbackServer.redirect(exchange, 302, "/there");
            } else {
                LoopbackServer.send(exchange, 200, "{}");
            }
        })) {
            // When
            Fetched fetched = fixture.send(Call.fetch(server.url("/here"), "text/plain", 100));
            // Then
            Fetched.Response response = assertInstanceOf(Fetched.Response.class, fetched);
            assertEquals(new Fetched.Source(server.url("/there"), "application/json", true), response.from());
            assertEquals("text/plain", server.asked().getLast().headers().getFirst("Accept"));
        }
    }

    @Test
    void aDocumentLargerThanItsCallerTakesIsNotTaken() throws InterruptedException {
        // Given a document that the way out would let through
        try (LoopbackServer server = LoopbackServer
                .start((exchange, times) -> LoopbackServer.send(exchange, 200, " ".repeat(101)))) {
            // When
            Fetched fetched = fixture.send(Call.fetch(server.url("/"), "*/*", 100));
            // Then
            assertEquals(FailureCode.TOO_LARGE, failure(fetched).code());
            assertEquals("the answer is larger than 100 bytes", failure(fetched).detail());
        }
    }

    @Test
    void whatIsNotUtf8IsToldAsSuch() throws InterruptedException {
        // Given
        byte[] latin1 = "{\"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            exchange.sendResponseHeaders(200, latin1.length);
            exchange.getResponseBody().write(latin1);
        })) {
            // When
            Fetched fetched = fixture.send(Call.fetch(server.url("/"), "*/*", 100));
            // Then
            assertFalse(assertInstanceOf(Fetched.Response.class, fetched).from().utf8());
        }
    }

    @Test
    void asksTheNameServiceOnceWhateverFollows() throws InterruptedException {
        // Given
        try (LoopbackServer server = LoopbackServer
                .start((exchange, times) -> LoopbackServer.send(exchange, times < 3 ? 503 : 200, "{}"))) {
            // When
            Fetched fetched = fixture.send(Call.get(server.url("/")));
            // Then
            EgressFixture.assertAnswered(200, "{}", fetched);
            assertEquals(List.of("agent.test"), fixture.resolver().asked());
        }
    }

    @Test
    void aNameThatLeadsToLoopbackIsRefusedUnlessAllowed() throws InterruptedException {
        // Given
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200, "{}"))) {
            fixture.resolver().with("localhost", "127.0.0.1", "::1");
            // When
            Fetched fetched = fixture.send(Call.get("http://localhost:" + server.port() + "/"));
            // Then
            assertEquals(FailureCode.PRIVATE_ADDRESS, failure(fetched).code());
            assertTrue(server.asked().isEmpty());
        }
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsEnoughToRefuse() throws InterruptedException {
        // Given
        fixture.resolver().with("mixed.example", "8.8.8.8", "10.0.0.1");
        // When
        Fetched fetched = fixture.send(Call.get("http://mixed.example/"));
        // Then
        assertEquals(FailureCode.PRIVATE_ADDRESS, failure(fetched).code());
        assertFalse(failure(fetched).detail().contains("10.0.0.1"), "would map the network");
    }

    @Test
    void aHostWithoutAnAddressAndAPortOfAnotherProtocolAreRefused() throws InterruptedException {
        // Given
        fixture.resolver().with("public.example", "8.8.8.8");

        assertEquals(FailureCode.NOT_RESOLVED, failure(fixture.send(Call.get("http://nowhere.example/"))).code());
        assertEquals(FailureCode.BLOCKED_PORT, failure(fixture.send(Call.get("http://public.example:25/"))).code());
    }

    @Test
    void aRedirectToAPrivateAddressIsRefused() throws InterruptedException {
        // Given
        try (LoopbackServer server = LoopbackServer.start(
                (exchange, times) -> LoopbackServer.redirect(exchange, 302, "http://169.254.169.254/latest/meta-data/"))) {
            // When
            Fetched fetched = fixture.send(Call.get(server.url("/")));
            // Then
            assertEquals(FailureCode.PRIVATE_ADDRESS, failure(fetched).code());
            assertEquals("after a redirect to 169.254.169.254:80: the host has an address that is not public: link local",
                    failure(fetched).detail());
        }
    }

    @Test
    void aRedirectToAnotherSchemeIsRefused() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer
                .start((exchange, times) -> LoopbackServer.redirect(exchange, 302, "file:///etc/passwd"))) {
            assertEquals(FailureCode.BAD_URL, failure(fixture.send(Call.get(server.url("/")))).code());
        }
    }

    @Test
    void redirectsInACircleEnd() throws InterruptedException {
        // Given
        try (LoopbackServer server = LoopbackServer
                .start((exchange, times) -> LoopbackServer.redirect(exchange, 307, "/again"))) {
            // When
            Fetched fetched = fixture.send(Call.post(server.url("/"), Map.of(), "{}"));
            // Then
            assertEquals(FailureCode.REDIRECT, failure(fetched).code());
            assertEquals(4, server.asked().size());
        }
    }

    @Test
    void aPostStaysAPostOrIsNotRedirected() throws InterruptedException {
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
    void anOversizedAnswerIsCutWhetherAnnouncedOrNot() throws InterruptedException {
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
    void anAnswerThatUnfoldsBeyondTheLimitIsRefused() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> gzip(exchange, 1_000_000))) {
            assertEquals(FailureCode.TOO_LARGE, failure(fixture.send(Call.get(server.url("/")))).code());
        }
    }

    @Test
    void aCompressedAnswerIsUnfoldedAndAnotherEncodingRefused() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            if (times == 1) {
                gzip(exchange, MAX_BODY);
            } else {
                exchange.getResponseHeaders().set("Content-Encoding", "br");
                LoopbackServer.send(exchange, 200, "{}");
            }
        })) {
            EgressFixture.assertAnswered(200, " ".repeat(MAX_BODY), fixture.send(Call.get(server.url("/"))));
            assertEquals(FailureCode.NOT_UNDERSTOOD, failure(fixture.send(Call.get(server.url("/")))).code());
        }
    }

    @Test
    void anOversizedHeadIsRefused() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            exchange.getResponseHeaders().set("X-Large", "x".repeat(20_000));
            LoopbackServer.send(exchange, 200, "{}");
        })) {
            assertEquals(FailureCode.TOO_LARGE, failure(fixture.send(Call.get(server.url("/")))).code());
        }
    }

    @Test
    void aSlowAnswerEndsAtTheDeadline() throws InterruptedException {
        // Given
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            exchange.sendResponseHeaders(200, 0);
            // Byte by byte, so that no limit on silence would notice.
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(50);
            }
        })) {
            // When
            Fetched fetched = fixture.egress().send(Call.get(server.url("/")), Deadline.in(Duration.ofMillis(300)));
            // Then
            assertEquals(FailureCode.TIMEOUT, failure(fetched).code());
        }
    }

    @Test
    void aCallWhoseTimeIsUpIsATimeoutAndNotABusyHost() throws InterruptedException {
        // When
        Fetched fetched = fixture.egress().send(Call.get("http://" + EgressFixture.AGENT + "/"), Deadline.in(Duration.ZERO));
        // Then
        assertEquals(FailureCode.TIMEOUT, failure(fetched).code());
    }

    @Test
    void aConnectionThatBreaksIsNotTriedAgain() throws InterruptedException {
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
    void aPortWhereNobodyListensIsAFailureToConnect() throws IOException, InterruptedException {
        // Given
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        // When
        Fetched fetched = fixture.send(Call.get("http://agent.test:" + free + "/"));
        // Then
        assertEquals(FailureCode.CONNECT, failure(fetched).code());
    }

    @Test
    void whatIsNotHttpIsNotUnderstood() throws IOException, InterruptedException {
        // Given
        try (ServerSocket socket = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                try (var client = socket.accept()) {
                    client.getOutputStream().write("SSH-2.0-OpenSSH_9.9\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    client.getInputStream().readAllBytes();
                } catch (IOException over) {
                    // The client has left, as it should.
                }
            });
            // When
            Fetched fetched = fixture.send(Call.get("http://agent.test:" + socket.getLocalPort() + "/"));
            // Then
            assertEquals(FailureCode.NOT_UNDERSTOOD, failure(fetched).code());
        }
    }

    @Test
    void tooManyRequestsAreRepeatedWhenTheServerSays() throws InterruptedException {
        // Given
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            exchange.getResponseHeaders().set("Retry-After", "1");
            LoopbackServer.send(exchange, times == 1 ? 429 : 200, "{}");
        })) {
            long began = System.nanoTime();
            // When
            Fetched fetched = fixture.send(Call.get(server.url("/")));
            // Then
            EgressFixture.assertAnswered(200, "{}", fetched);
            assertTrue(System.nanoTime() - began >= Duration.ofSeconds(1).toNanos(), "came back too early");
        }
    }

    @Test
    void repeatingEndsAndSoDoesPatience() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            if (exchange.getRequestURI().getPath().equals("/tomorrow")) {
                exchange.getResponseHeaders().set("Retry-After", "86400");
            }
            LoopbackServer.send(exchange, 503, "{}");
        })) {
            EgressFixture.assertAnswered(503, "{}", fixture.send(Call.get(server.url("/"))));
            assertEquals(3, server.asked().size());
            EgressFixture.assertAnswered(503, "{}", fixture.send(Call.get(server.url("/tomorrow"))));
            assertEquals(4, server.asked().size());
        }
    }

    @Test
    void aProbeDoesNotWaitForABodyWithoutEnd() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            exchange.sendResponseHeaders(405, 0);
            exchange.getResponseBody().flush();
            new CountDownLatch(1).await();
        })) {
            EgressFixture.assertAnswered(405, "", fixture.send(Call.probe(server.url("/"))));
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
