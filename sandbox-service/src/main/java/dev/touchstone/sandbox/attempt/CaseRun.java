package dev.touchstone.sandbox.attempt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.jobs.Session;

/**
 * Works on the cases of one attempt side by side. What the session has stored is not worked on again, whichever worker
 * stored it. Concurrency: a bounded number of virtual threads, all ended when {@link #each} returns or throws. A case may
 * begin while results of others are being stored, but fewer results wait for that than cases are under way: of n side by side
 * a worker that dies leaves at most 2n - 1 cases that were put to the agent in vain.
 */
public final class CaseRun {

    private final Session session;
    private final int sideBySide;
    private final Budget budget;
    /** Of cases under way and results that are not stored yet. */
    private final Semaphore places;
    private int spentItems;

    /**
     * @param budget of the attempt; once it is spent no case is begun
     */
    public CaseRun(Session session, int sideBySide, Budget budget) {
        this.session = session;
        this.sideBySide = sideBySide;
        this.budget = budget;
        this.places = new Semaphore(2 * sideBySide - 1);
        this.spentItems = SpentItems.count(session);
    }

    /** What is done with one case. */
    @FunctionalInterface
    public interface Task<T> {

        /** The result to be stored, or empty if the case was not worked on. */
        Optional<String> work(T item) throws InterruptedException;
    }

    /**
     * Works on every item that has no stored result. The calling thread stores the results as they come, those that come at
     * the same time together.
     *
     * @throws InterruptedException if this worker was told to stop; what is stored stays
     * @throws RuntimeException what a task or the session failed with; the other tasks are ended first
     */
    public <T> void each(List<T> items, Function<T, String> id, Task<T> task) throws InterruptedException {
        List<T> open = items.stream().filter(item -> session.stored(id.apply(item)).isEmpty()).toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(sideBySide, Thread.ofVirtual().name("case-", 0).factory())) {
            BlockingQueue<Future<Done>> ended = new LinkedBlockingQueue<>();
            CompletionService<Done> running = new ExecutorCompletionService<>(pool, ended);
            open.forEach(item -> running.submit(() -> new Done(id.apply(item), work(task, item))));
            try {
                for (int left = open.size(); left > 0;) {
                    left -= storeEnded(ended);
                    session.progress(items.size() - left, items.size());
                }
            } finally {
                // After the last task this ends nothing; after a failure or an interrupt it ends what still runs.
                pool.shutdownNow();
            }
        }
    }

    private record Done(String id, Optional<String> result) {
    }

    private <T> Optional<String> work(Task<T> task, T item) throws InterruptedException {
        places.acquire();
        return budget.exhausted().isPresent() ? Optional.empty() : task.work(item);
    }

    /** Waits for at least one. What others came to is stored also where one of them failed. */
    private int storeEnded(BlockingQueue<Future<Done>> ended) throws InterruptedException {
        List<Future<Done>> batch = new ArrayList<>(List.of(ended.take()));
        ended.drainTo(batch);
        Map<String, String> results = new LinkedHashMap<>();
        @Nullable
        Throwable failure = null;
        for (Future<Done> each : batch) {
            try {
                Done done = each.get();
                done.result().ifPresent(result -> results.put(done.id(), result));
            } catch (ExecutionException failed) {
                failure = Objects.requireNonNull(failed.getCause());
            }
        }
        store(results);
        places.release(batch.size());
        if (failure != null) {
            throw rethrow(failure);
        }
        return batch.size();
    }

    private void store(Map<String, String> results) {
        if (!results.isEmpty()) {
            results.put(SpentItems.name(spentItems++), Report.json(budget.spent()));
            session.store(results);
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
