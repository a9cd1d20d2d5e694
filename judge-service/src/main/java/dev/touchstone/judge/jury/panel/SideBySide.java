package dev.touchstone.judge.jury.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does one thing with several items at a time. Concurrency: a bounded number of virtual threads, all ended when {@link #each}
 * returns or throws.
 */
final class SideBySide {

    /** Jurors wait for hosts most of the time; more at once would only meet the hosts' limits. */
    private static final int MOST = 4;

    private SideBySide() {
    }

    @FunctionalInterface
    interface Task<T, R> {

        R on(T item) throws InterruptedException;
    }

    /**
     * @return the results in the order of the items
     * @throws InterruptedException if the caller was interrupted: the tasks are then, too
     * @throws RuntimeException what a task failed with; the others are ended first
     */
    static <T, R> List<R> each(List<T> items, Task<T, R> task) throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(MOST, Thread.ofVirtual().name("juror-", 0).factory())) {
            List<Future<R>> running = items.stream().map(item -> pool.submit(() -> task.on(item))).toList();
            try {
                List<R> results = new ArrayList<>();
                for (Future<R> each : running) {
                    results.add(result(each));
                }
                return results;
            } finally {
                // After the last result this ends nothing; after a failure or an interrupt it ends what still runs.
                pool.shutdownNow();
            }
        }
    }

    private static <R> R result(Future<R> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw rethrow(Objects.requireNonNull(failed.getCause()));
        }
    }

    private static RuntimeException rethrow(Throwable cause) throws InterruptedException {
        return switch (cause) {
            case InterruptedException stopped -> throw stopped;
            case RuntimeException failure -> throw failure;
            case Error error -> throw error;
            default -> new IllegalStateException(cause);
        };
    }
}
