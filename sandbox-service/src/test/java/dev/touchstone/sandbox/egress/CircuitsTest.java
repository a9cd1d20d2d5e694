package dev.touchstone.sandbox.egress;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Usage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

class CircuitsTest {

    private static final String HOST = "agent.test:443";
    private static final Exchanged ANSWER = new Exchanged.Received(500, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(),
            Usage.NONE);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Circuits circuits = circuits("1H");
    private final AtomicInteger sent = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(names = { "CONNECT", "TLS", "TIMEOUT", "BROKEN" })
    void faultsOfTheConnectionOneAfterAnotherOpenTheCircuitOfThatHostAlone(FailureCode fault) throws InterruptedException {
        // Given
        repeat(3, lost(fault));
        // When
        Exchanged exchanged = pass(ANSWER);
        // Then
        assertEquals(FailureCode.CIRCUIT_OPEN, assertInstanceOf(Exchanged.Lost.class, exchanged).code());
        assertEquals(3, sent.get());
        assertEquals(ANSWER, circuits.pass("other.test:443", () -> ANSWER));
        assertEquals(1, meters.counter("touchstone.egress.circuits", "state", "open").count());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = { "CONNECT", "TLS", "TIMEOUT", "BROKEN" })
    void noOtherFailureDoes(FailureCode code) throws InterruptedException {
        repeat(20, lost(code));
        assertEquals(ANSWER, pass(ANSWER));
    }

    @Test
    void anAgentThatAnswersWithErrorsIsNotAway() throws InterruptedException {
        repeat(20, ANSWER);
        assertEquals(20, sent.get());
    }

    @Test
    void oneAnswerAmongFaultsIsEnoughToStayInTouch() throws InterruptedException {
        // Given an agent of which two connections of three break
        for (int i = 0; i < 30; i++) {
            pass(i % 3 == 0 ? ANSWER : lost(FailureCode.BROKEN));
        }
        // Then
        assertEquals(30, sent.get());
    }

    @Test
    void afterThePauseASingleCallDecides() throws InterruptedException {
        // Given
        Circuits brief = circuits("0.001S");
        for (int i = 0; i < 3; i++) {
            brief.pass(HOST, () -> lost(FailureCode.CONNECT));
        }
        // When
        await().until(() -> ANSWER.equals(brief.pass(HOST, () -> ANSWER)));
        // Then
        assertEquals(1, meters.counter("touchstone.egress.circuits", "state", "half_open").count());
        assertEquals(1, meters.counter("touchstone.egress.circuits", "state", "closed").count());
    }

    @Test
    void hostsWithoutEndAreForgottenInTheirOrder() throws InterruptedException {
        // Given
        repeat(3, lost(FailureCode.CONNECT));
        // When
        for (int i = 0; i < 1_000; i++) {
            circuits.pass("host-" + i, () -> ANSWER);
        }
        // Then
        assertEquals(ANSWER, pass(ANSWER));
    }

    private Circuits circuits(String pause) {
        return new Circuits(EgressFixture.config(Map.of("circuit-faults", "3", "circuit-pause", pause)), meters);
    }

    private Exchanged pass(Exchanged outcome) throws InterruptedException {
        return circuits.pass(HOST, () -> {
            sent.incrementAndGet();
            return outcome;
        });
    }

    private void repeat(int times, Exchanged outcome) throws InterruptedException {
        for (int i : IntStream.range(0, times).toArray()) {
            assertEquals(outcome, pass(outcome), "call " + i);
        }
    }

    private static Exchanged lost(FailureCode code) {
        return Exchanged.Lost.unsent(code, "");
    }
}
