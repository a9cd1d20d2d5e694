package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.touchstone.sandbox.FailureCode;

class HostileAnswersTest {

    private static final Logger LOG = Logger.getLogger(HostileAnswersTest.class);

    /** What a socket and a client's buffers hold of an answer that is not read any more. */
    private static final int IN_FLIGHT = 16 << 20;
    private static final int SIDE_BY_SIDE = 64;
    private static final Duration BRIEFLY = Duration.ofMillis(300);
    private static final Duration PATIENTLY = Duration.ofSeconds(20);

    private static final EgressFixture FIXTURE = new EgressFixture(Map.of("max-body", Integer.toString(Hostility.MAX_BODY),
            "max-head", "8192", "tries", "1", "host-concurrency", "64", "circuit-faults", "1000"));

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyHostileAnswerEndsInItsCodeWithinItsLimits(Hostility hostility) throws InterruptedException {
        try (RawServer server = hostility.server()) {
            // When
            Fetched fetched = ask(server, hostility.code() == FailureCode.TIMEOUT ? BRIEFLY : PATIENTLY);
            // Then
            assertEquals(hostility.code(), code(fetched));
            assertTrue(fetched.usage().bytesReceived() <= 2 * Hostility.MAX_BODY, fetched.usage()::toString);
            assertTrue(server.written() < IN_FLIGHT, () -> "bytes that left the server: " + server.written());
        }
    }

    @Test
    void whatCannotBeSeenIsLeftForThoseWhoJudge() throws InterruptedException {
        // Given text that reads otherwise than it looks
        String text = "{\"response\": \"safe\u202e\u2066evil\u2069\u200b\"}";
        try (RawServer server = RawServer
                .answering((port, times) -> "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + text)) {
            // When
            Fetched fetched = ask(server, PATIENTLY);
            // Then
            assertEquals(text, assertInstanceOf(Fetched.Response.class, fetched).text());
        }
    }

    @Test
    void theWorstOfThemSideBySideLeaveNothingBehind() throws InterruptedException, ExecutionException {
        // Given all buffers that are kept for the next call
        flood();
        long before = used();
        // When
        long received = flood();
        // Then
        long retained = used() - before;
        LOG.infof("%d hostile answers: %d bytes of bodies received, %d bytes retained", SIDE_BY_SIDE, received, retained);
        assertTrue(received <= 2L * SIDE_BY_SIDE * Hostility.MAX_BODY, () -> "received");
        assertTrue(retained < 4 << 20, () -> "retained " + retained);
    }

    private static long flood() throws InterruptedException, ExecutionException {
        List<Hostility> worst = List.of(Hostility.GZIP_BOMB, Hostility.ENDLESS, Hostility.ONE_GIGABYTE, Hostility.DEEP_JSON);
        List<RawServer> servers = worst.stream().map(Hostility::server).toList();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Fetched>> calls = new ArrayList<>();
            for (int i = 0; i < SIDE_BY_SIDE; i++) {
                RawServer server = servers.get(i % servers.size());
                calls.add(callers.submit(() -> ask(server, PATIENTLY)));
            }
            long received = 0;
            for (int i = 0; i < SIDE_BY_SIDE; i++) {
                Fetched fetched = calls.get(i).get();
                assertEquals(worst.get(i % worst.size()).code(), code(fetched));
                received += fetched.usage().bytesReceived();
            }
            return received;
        } finally {
            servers.forEach(RawServer::close);
        }
    }

    private static Fetched ask(RawServer server, Duration span) throws InterruptedException {
        return FIXTURE.egress().send(Call.post(server.url("/"), Map.of(), "{}"), Deadline.in(span));
    }

    private static FailureCode code(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Failure failure -> failure.code();
            case Fetched.Response response ->
                assertInstanceOf(HostileJson.Parsed.Invalid.class, HostileJson.read(response), response::text).code();
        };
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
