package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

class HostGatesTest {

    @Test
    void aFullGateLetsNobodyInBeforeTheDeadline() throws InterruptedException {
        HostGates gates = gates(Map.of("host-concurrency", "1"));
        try (HostGates.Pass first = gates.enter("agent.test:80", in(1_000)).orElseThrow()) {
            assertTrue(gates.enter("agent.test:80", in(50)).isEmpty());
            assertTrue(gates.enter("other.test:80", in(50)).isPresent());
        }
        assertTrue(gates.enter("agent.test:80", in(50)).isPresent());
    }

    @Test
    void aPlaceBecomesFreeWhenSomebodyLeaves() throws InterruptedException {
        // Given
        HostGates gates = gates(Map.of("host-concurrency", "2"));
        HostGates.Pass first = gates.enter("agent.test:80", in(50)).orElseThrow();
        boolean second = gates.enter("agent.test:80", in(50)).isPresent();
        boolean full = second && gates.enter("agent.test:80", in(50)).isEmpty();
        // When
        first.close();
        // Then
        assertTrue(full && gates.enter("agent.test:80", in(50)).isPresent());
    }

    @Test
    void requestsAreSpaced() throws InterruptedException {
        // Given
        HostGates gates = gates(Map.of("host-rate", "20"));
        long began = System.nanoTime();
        // When
        for (int i = 0; i < 5; i++) {
            gates.enter("agent.test:80", in(5_000)).orElseThrow().close();
        }
        // Then
        assertTrue(System.nanoTime() - began >= Duration.ofMillis(200).toNanos());
    }

    private static HostGates gates(Map<String, String> settings) {
        return new HostGates(EgressFixture.config(settings));
    }

    private static Deadline in(int millis) {
        return Deadline.in(Duration.ofMillis(millis));
    }
}
