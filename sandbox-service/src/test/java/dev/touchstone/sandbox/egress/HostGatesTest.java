package dev.touchstone.sandbox.egress;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

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

    @Test
    void whoIsHeldBackEntersWhenTheSpanIsOverAndNotBefore() throws InterruptedException {
        // Given
        HostGates gates = gates(Map.of());
        long began = System.nanoTime();
        gates.holdBack("agent.test:80", Duration.ofMillis(200));
        gates.holdBack("agent.test:80", Duration.ofMillis(1));
        // When
        boolean impatient = gates.enter("agent.test:80", in(50)).isPresent();
        boolean patient = gates.enter("agent.test:80", in(5_000)).isPresent();
        // Then
        assertTrue(!impatient && patient);
        assertTrue(System.nanoTime() - began >= Duration.ofMillis(200).toNanos());
        assertTrue(gates.enter("other.test:80", in(50)).isPresent());
    }

    @Test
    void whoWaitsLongestGoesFirst() throws InterruptedException {
        // Given a full gate and three who wait at it, one after the other
        HostGates gates = gates(Map.of("host-concurrency", "1"));
        List<Integer> order = new CopyOnWriteArrayList<>();
        List<Thread> waiting = new ArrayList<>();
        try (HostGates.Pass first = gates.enter("agent.test:80", in(1_000)).orElseThrow()) {
            for (int i = 0; i < 3; i++) {
                int number = i;
                waiting.add(Thread.ofPlatform().start(() -> enter(gates, () -> order.add(number))));
                await().until(() -> waiting.getLast().getState() == Thread.State.TIMED_WAITING);
            }
        }
        // When
        for (Thread each : waiting) {
            each.join();
        }
        // Then
        assertEquals(List.of(0, 1, 2), order);
    }

    private static void enter(HostGates gates, Runnable inside) {
        try (HostGates.Pass pass = gates.enter("agent.test:80", in(5_000)).orElseThrow()) {
            inside.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static HostGates gates(Map<String, String> settings) {
        return new HostGates(EgressFixture.config(settings));
    }

    private static Deadline in(int millis) {
        return Deadline.in(Duration.ofMillis(millis));
    }
}
