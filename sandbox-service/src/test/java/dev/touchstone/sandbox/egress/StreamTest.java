package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Usage;

/** An answer that comes as a stream of events, and what a call takes. */
class StreamTest {

    private final EgressFixture fixture = new EgressFixture(Map.of("max-body", "4096", "max-event", "1024"));
    private final List<String> read = new ArrayList<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void eventsAreReadAsTheyComeAndAStreamWithoutEndIsCutWhenTheReaderHasEnough() throws InterruptedException {
        // Given an agent that says its second word only after its first was read, and then never ends
        CountDownLatch firstRead = new CountDownLatch(1);
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            begin(exchange);
            say(exchange, "data: one\n\n");
            firstRead.await();
            say(exchange, "data: two\n\n");
            new CountDownLatch(1).await();
        })) {
            // When
            Streamed streamed = fixture.egress().stream(Call.post(server.url("/"), Map.of(), "{}"), soon(), event -> {
                read.add(event.data());
                firstRead.countDown();
                return read.size() == 2;
            });
            // Then
            assertTrue(assertInstanceOf(Streamed.Events.class, streamed).enough());
            assertEquals(List.of("one", "two"), read);
            assertEquals(new Usage(1, 2, 22), ((Streamed.Events) streamed).usage());
            assertEquals(1, fixture.calls("answered"));
        }
    }

    @Test
    void aStreamThatTheAgentEndsIsWhole() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            begin(exchange);
            say(exchange, "data: one\n\n");
        })) {
            assertEquals(false, assertInstanceOf(Streamed.Events.class, stream(server, soon())).enough());
            assertEquals(List.of("one"), read);
        }
    }

    @Test
    void anotherAnswerIsReadWhole() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200, "{}"))) {
            EgressFixture.assertAnswered(200, "{}", other(stream(server, soon())));
            assertEquals("identity", server.asked().getFirst().headers().getFirst("Accept-Encoding"));
        }
    }

    @Test
    void aStreamKeepsToTheLimitsOfAnyAnswer() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            begin(exchange);
            while (true) {
                say(exchange, "data: " + "x".repeat(500) + "\n\n");
            }
        })) {
            assertEquals(FailureCode.TOO_LARGE, code(stream(server, soon())));
        }
    }

    @Test
    void aSlowStreamEndsAtTheDeadlineThoughItNeverFallsSilent() throws InterruptedException {
        // Given
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            begin(exchange);
            while (true) {
                say(exchange, ":\n\n");
                Thread.sleep(20);
            }
        })) {
            // When
            Streamed streamed = stream(server, Deadline.in(Duration.ofMillis(200)));
            // Then
            assertEquals(FailureCode.TIMEOUT, code(streamed));
        }
    }

    @Test
    void aStreamThatBreaksIsBrokenAndNotSentAgain() throws InterruptedException {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 100);
            say(exchange, "data: one\n\n");
        })) {
            assertEquals(FailureCode.BROKEN, code(stream(server, soon())));
            assertEquals(List.of("one"), read);
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void aReaderThatFailsFailsItsCaller() {
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            begin(exchange);
            say(exchange, "data: one\n\n");
            new CountDownLatch(1).await();
        })) {
            assertThrows(IllegalStateException.class,
                    () -> fixture.egress().stream(Call.get(server.url("/")), soon(), event -> {
                        throw new IllegalStateException("as it is meant to");
                    }));
        }
    }

    @Test
    void aCallCountsAllItsHopsAndTries() throws InterruptedException {
        // Given a redirect, a busy moment, and then the answer
        try (LoopbackServer server = LoopbackServer.start((exchange, times) -> {
            switch (times) {
                case 1 -> LoopbackServer.redirect(exchange, 307, "/there");
                case 2 -> LoopbackServer.send(exchange, 503, "later");
                default -> LoopbackServer.send(exchange, 200, "{\"a\": \"旅\"}");
            }
        })) {
            // When
            Fetched fetched = fixture.send(Call.post(server.url("/"), Map.of(), "{\"q\": \"旅\"}"));
            // Then
            assertEquals(new Usage(3, 3 * 12, 5 + 12), fetched.usage());
        }
    }

    @Test
    void whatIsRefusedTakesNothing() throws InterruptedException {
        assertEquals(Usage.NONE, fixture.send(Call.get("http://nowhere.example/")).usage());
    }

    private Streamed stream(LoopbackServer server, Deadline deadline) throws InterruptedException {
        return fixture.egress().stream(Call.get(server.url("/")), deadline, event -> {
            read.add(event.data());
            return false;
        });
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }

    private static void begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
    }

    private static void say(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static Fetched other(Streamed streamed) {
        return assertInstanceOf(Streamed.Other.class, streamed).fetched();
    }

    private static FailureCode code(Streamed streamed) {
        return assertInstanceOf(Fetched.Failure.class, other(streamed)).code();
    }
}
