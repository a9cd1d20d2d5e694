package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import dev.touchstone.sandbox.FailureCode;

/** Many calls to one host: how fast they may go, and when they must not. */
class PressureTest {

    private static final Logger LOG = Logger.getLogger(PressureTest.class);
    private static final int SIDE_BY_SIDE = 8;
    private static final Duration LATENCY = Duration.ofMillis(250);
    /** Small by default; 160 for a measurement, which must stay below 1.1 on a machine with nothing else to do. */
    private static final int CALLS = Integer.getInteger("touchstone.test.pressure-calls", 32);

    @Test
    void theDefaultsLetAStageAskEightSideBySide() throws InterruptedException, ExecutionException {
        // Given
        try (EgressFixture fixture = new EgressFixture(Map.of("host-rate", "50"));
                LoopbackServer agent = LoopbackServer.start((exchange, times) -> {
                    Thread.sleep(LATENCY);
                    LoopbackServer.send(exchange, 200, "{}");
                });
                ExecutorService callers = Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
            fixture.send(Call.get(agent.url("/")));
            long began = System.nanoTime();
            // When
            List<Future<Fetched>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(callers
                        .submit(() -> fixture.egress().send(Call.get(agent.url("/")), Deadline.in(LATENCY.multipliedBy(200)))));
            }
            for (Future<Fetched> call : calls) {
                EgressFixture.assertAnswered(200, "{}", call.get());
            }
            // Then
            double ideal = (double) CALLS * LATENCY.toMillis() / SIDE_BY_SIDE;
            double took = (System.nanoTime() - began) / 1e6;
            LOG.infof("%d calls of %d ms, %d side by side: %.0f ms, %.3f of P x L / c", CALLS, LATENCY.toMillis(), SIDE_BY_SIDE,
                    took, took / ideal);
            assertTrue(took <= 1.5 * ideal, () -> took + " ms instead of " + ideal);
        }
    }

    @Test
    void aHostThatAsksToBeLeftAloneIsLeftAloneByAllCalls() throws InterruptedException {
        // Given
        try (EgressFixture fixture = new EgressFixture(Map.of("tries", "1"));
                LoopbackServer agent = LoopbackServer.start((exchange, times) -> {
                    exchange.getResponseHeaders().set("Retry-After", "1");
                    LoopbackServer.send(exchange, times == 1 ? 503 : 200, "{}");
                })) {
            fixture.send(Call.get(agent.url("/one")));
            long began = System.nanoTime();
            // When
            Fetched impatient = fixture.egress().send(Call.get(agent.url("/two")), Deadline.in(Duration.ofMillis(100)));
            Fetched patient = fixture.send(Call.get(agent.url("/three")));
            // Then
            assertEquals(FailureCode.BUSY, assertInstanceOf(Fetched.Failure.class, impatient).code());
            EgressFixture.assertAnswered(200, "{}", patient);
            assertTrue(System.nanoTime() - began >= Duration.ofMillis(900).toNanos(), "came too early");
        }
    }

    @Test
    void whereNobodyListensNoMoreConnectionsAreMadeForAWhile() throws IOException, InterruptedException {
        // Given
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (EgressFixture fixture = new EgressFixture(Map.of("circuit-faults", "2", "circuit-pause", "1H"))) {
            // When
            Fetched fetched = fixture.send(Call.get("http://agent.test:" + free + "/"));
            // Then
            Fetched.Failure failure = assertInstanceOf(Fetched.Failure.class, fetched);
            assertEquals(FailureCode.CIRCUIT_OPEN, failure.code());
            assertEquals("2 connections to this host failed one after another, so none is made for a while", failure.detail());
        }
    }

    @Test
    void aNameIsNotLookedUpAgainBetweenVettingAndConnecting() throws InterruptedException {
        // Given a name that is public when it is vetted, and leads inside at any later look; from loopback nothing leaves here
        try (EgressFixture fixture = new EgressFixture(Map.of(), options -> options.setLocalAddress("127.0.0.1"));
                LoopbackServer inside = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200, "{}"))) {
            fixture.resolver().with("rebound.example", "8.8.8.8").then("rebound.example", "127.0.0.1");
            String url = "http://rebound.example:" + inside.port() + "/";
            // When
            Fetched first = fixture.send(Call.get(url));
            List<String> asked = List.copyOf(fixture.resolver().asked());
            Fetched second = fixture.send(Call.get(url));
            // Then it was tried three times, at the address that was vetted
            assertEquals(FailureCode.CONNECT, assertInstanceOf(Fetched.Failure.class, first).code());
            assertEquals(List.of("rebound.example"), asked);
            assertEquals(FailureCode.PRIVATE_ADDRESS, assertInstanceOf(Fetched.Failure.class, second).code());
            assertTrue(inside.asked().isEmpty());
        }
    }
}
