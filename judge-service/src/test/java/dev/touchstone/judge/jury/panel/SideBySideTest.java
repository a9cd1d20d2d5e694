package dev.touchstone.judge.jury.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SideBySideTest {

    private final CountDownLatch begun = new CountDownLatch(2);
    private final CountDownLatch ended = new CountDownLatch(2);

    @Test
    void resultsKeepTheOrderOfTheItemsWhoeverIsFirst() throws InterruptedException {
        // Given
        CountDownLatch second = new CountDownLatch(1);
        // When
        List<String> results = SideBySide.each(List.of("first", "second"), item -> {
            if (item.equals("first")) {
                second.await();
            }
            second.countDown();
            return item + "!";
        });
        // Then
        assertEquals(List.of("first!", "second!"), results);
    }

    @Test
    void notMoreThanFourRunAtATime() throws InterruptedException {
        // Given
        AtomicInteger running = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        // When
        List<Integer> seen = SideBySide.each(IntStream.range(0, 9).boxed().toList(), item -> {
            int now = running.incrementAndGet();
            four.countDown();
            four.await();
            running.decrementAndGet();
            return now;
        });
        // Then
        assertTrue(seen.stream().allMatch(now -> now <= 4), seen.toString());
    }

    @Test
    void aFailureEndsTheOthersAndIsTold() {
        // Given
        IllegalStateException failure = new IllegalStateException("broken");
        // When
        IllegalStateException told = assertThrows(IllegalStateException.class,
                () -> SideBySide.each(List.of(0, 1, 2), item -> item == 0 ? failAfter(failure) : untilInterrupted()));
        // Then
        assertSame(failure, told);
        assertEquals(0, ended.getCount());
    }

    @Test
    void whoIsInterruptedInterruptsAll() throws Exception {
        // Given
        FutureTask<Throwable> attempt = new FutureTask<>(() -> assertThrows(InterruptedException.class,
                () -> SideBySide.each(List.of(1, 2), item -> untilInterrupted())));
        Thread worker = Thread.ofVirtual().start(attempt);
        begun.await();
        // When
        worker.interrupt();
        // Then
        assertInstanceOf(InterruptedException.class, attempt.get());
        assertEquals(0, ended.getCount());
    }

    private int failAfter(RuntimeException failure) throws InterruptedException {
        begun.await();
        throw failure;
    }

    private int untilInterrupted() throws InterruptedException {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
            return 0;
        } finally {
            ended.countDown();
        }
    }
}
