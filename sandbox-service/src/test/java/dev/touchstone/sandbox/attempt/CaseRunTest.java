package dev.touchstone.sandbox.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.touchstone.sandbox.Usage;

@Timeout(30)
class CaseRunTest {

    private static final List<String> ITEMS = IntStream.rangeClosed(1, 160).mapToObj(each -> "case-" + each).toList();

    private final Map<String, Integer> worked = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();

    @Test
    void noMoreCasesThanAllowedAreUnderWayAtATime() throws InterruptedException {
        // Given
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        // When
        new CaseRun(StoredSession.empty(), 3, endless()).each(ITEMS, Function.identity(), item -> {
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
    void whoTakesOverAfterTheThirtySeventhCaseGoesOnWithTheThirtyEighth() throws InterruptedException {
        // Given
        StoredSession lost = StoredSession.losingItsLeaseAfter(37);
        assertThrows(IllegalStateException.class, () -> workOn(lost, 1));
        List<String> before = List.copyOf(order);
        order.clear();
        // When
        workOn(lost.takenOver(), 1);
        // Then
        assertEquals(ITEMS.subList(0, 38), before);
        assertEquals(ITEMS.subList(37, 160), List.copyOf(order));
        assertEquals(2, worked.get("case-38"));
        assertEquals(161, worked.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void whoTakesOverWorksOnNoStoredCaseAgain() throws InterruptedException {
        // Given
        StoredSession lost = StoredSession.losingItsLeaseAfter(37);
        assertThrows(IllegalStateException.class, () -> workOn(lost, 8));
        Map<String, String> stored = lost.items();
        // When
        workOn(lost.takenOver(), 8);
        // Then
        stored.keySet().forEach(item -> assertEquals(1, worked.get(item), item));
        assertEquals(ITEMS.size(), worked.size());
        long again = worked.values().stream().filter(times -> times > 1).count();
        assertTrue(again <= 15, again + " cases were worked on again");
    }

    @Test
    void theLastProgressIsThatAllIsDone() throws InterruptedException {
        // Given
        StoredSession session = StoredSession.empty();
        // When
        workOn(session, 8);
        // Then
        assertEquals("160/160", session.progress().getLast());
    }

    @Test
    void noCaseIsBegunOnceTheBudgetIsSpentAlsoNotByTheNextWorker() throws InterruptedException {
        // Given
        AtomicLong nanos = new AtomicLong();
        StoredSession session = StoredSession.empty();
        Budget budget = new Budget(BudgetTest.saying("yes", Usage.NONE), limits(), SpentItems.last(session), nanos::get);
        new CaseRun(session, 1, budget).each(ITEMS, Function.identity(), item -> {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            return work(item);
        });
        Spending spent = SpentItems.last(session);
        // When
        Budget left = new Budget(BudgetTest.saying("yes", Usage.NONE), limits(), spent, nanos::get);
        new CaseRun(session.takenOver(), 1, left).each(ITEMS, Function.identity(), this::work);
        // Then
        assertEquals(ITEMS.subList(0, 10), List.copyOf(order));
        assertEquals(new Spending(10_000, 0, 0), spent);
        assertTrue(left.exhausted().isPresent());
    }

    @Test
    void anInterruptEndsEveryCase() throws InterruptedException {
        // Given
        CountDownLatch waiting = new CountDownLatch(2);
        AtomicInteger stopped = new AtomicInteger();
        Thread worker = Thread.ofVirtual().start(() -> assertThrows(InterruptedException.class,
                () -> new CaseRun(StoredSession.empty(), 2, endless()).each(ITEMS, Function.identity(), item -> {
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
        assertEquals(2, stopped.get());
    }

    private static Budget endless() {
        return Budget.unlimited(BudgetTest.saying("yes", Usage.NONE));
    }

    private static Limits limits() {
        return new Limits(Duration.ofSeconds(10), 1_000, 1_000);
    }

    private void workOn(StoredSession session, int sideBySide) throws InterruptedException {
        new CaseRun(session, sideBySide, endless()).each(ITEMS, Function.identity(), this::work);
    }

    private Optional<String> work(String item) {
        worked.merge(item, 1, Integer::sum);
        order.add(item);
        return Optional.of(item);
    }
}
