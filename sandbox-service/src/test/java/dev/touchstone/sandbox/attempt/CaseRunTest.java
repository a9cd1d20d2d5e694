package dev.touchstone.sandbox.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CaseRunTest {

    private static final List<String> ITEMS = IntStream.range(0, 20).mapToObj(each -> "case-" + each).toList();

    private final Map<String, Integer> worked = new ConcurrentHashMap<>();

    @Test
    void noMoreCasesThanAllowedAreUnderWayAtATime() throws InterruptedException {
        // Given
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        // When
        new CaseRun(StoredSession.empty(), 3).each(ITEMS, Function.identity(), item -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            three.countDown();
            three.await();
            underWay.decrementAndGet();
            return Optional.of(item);
        });
        // Then
        assertEquals(3, most.get());
    }

    @Test
    void whoTakesOverWorksOnNoStoredCaseAgain() throws InterruptedException {
        // Given
        StoredSession lost = StoredSession.losingItsLeaseAfter(7);
        assertThrows(IllegalStateException.class, () -> new CaseRun(lost, 2).each(ITEMS, Function.identity(), this::work));
        Map<String, String> stored = lost.items();
        // When
        new CaseRun(lost.takenOver(), 2).each(ITEMS, Function.identity(), this::work);
        // Then
        assertEquals(7, stored.size());
        stored.keySet().forEach(item -> assertEquals(1, worked.get(item), item));
        assertEquals(ITEMS.size(), worked.size());
    }

    @Test
    void anInterruptEndsEveryCase() throws InterruptedException {
        // Given
        CountDownLatch waiting = new CountDownLatch(2);
        AtomicInteger stopped = new AtomicInteger();
        Thread worker = Thread.ofVirtual().start(() -> assertThrows(InterruptedException.class,
                () -> new CaseRun(StoredSession.empty(), 2).each(ITEMS, Function.identity(), item -> {
                    waiting.countDown();
                    try {
                        new CountDownLatch(1).await();
                        return Optional.empty();
                    } finally {
                        stopped.incrementAndGet();
                    }
                })));
        waiting.await();
        // When
        worker.interrupt();
        worker.join();
        // Then
        assertTrue(stopped.get() >= 2);
    }

    private Optional<String> work(String item) {
        worked.merge(item, 1, Integer::sum);
        return Optional.of(item);
    }
}
