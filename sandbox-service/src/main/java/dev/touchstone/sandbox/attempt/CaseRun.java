package dev.touchstone.sandbox.attempt;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import dev.touchstone.events.jobs.Session;

/**
 * Works on the cases of one attempt side by side. What the session has stored is not worked on again, whichever worker
 * stored it. Concurrency: a bounded number of virtual threads, all ended when {@link #each} returns or throws.
 */
public final class CaseRun {

    private final Session session;
    private final int sideBySide;
    private final Budget budget;

    /** Of an attempt without a budget. */
    public CaseRun(Session session, int sideBySide) {
        this(session, sideBySide, Budget.unlimited((agent, prompt) -> {
            throw new IllegalStateException("Nobody asks here");
        }));
    }

    /**
     * @param budget of the attempt; once it is spent no case is begun
     */
    public CaseRun(Session session, int sideBySide, Budget budget) {
        this.session = session;
        this.sideBySide = sideBySide;
        this.budget = budget;
    }

    /** What is done with one case. */
    @FunctionalInterface
    public interface Task<T> {

        /** The result to be stored, or empty if the case was not worked on. */
        Optional<String> work(T item) throws InterruptedException;
    }

    /**
     * Works on every item that has no stored result. Results are stored by the calling thread, as they come.
     *
     * @throws InterruptedException if this worker was told to stop; what is stored stays
     * @throws RuntimeException what a task or the session failed with; the other tasks are ended first
     */
    public <T> void each(List<T> items, Function<T, String> id, Task<T> task) throws InterruptedException {
        List<T> open = items.stream().filter(item -> session.stored(id.apply(item)).isEmpty()).toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(sideBySide, Thread.ofVirtual().name("case-", 0).factory())) {
            CompletionService<Done> running = new ExecutorCompletionService<>(pool);
            open.forEach(item -> running.submit(() -> new Done(id.apply(item), work(task, item))));
            storeAll(running, items.size() - open.size(), items.size(), pool);
        }
    }

    private <T> Optional<String> work(Task<T> task, T item) throws InterruptedException {
        return budget.exhausted().isPresent() ? Optional.empty() : task.work(item);
    }

    private record Done(String id, Optional<String> result) {
    }

    private void storeAll(CompletionService<Done> running, int before, int total, ExecutorService pool)
            throws InterruptedException {
        try {
            for (int done = before + 1; done <= total; done++) {
                Done each = running.take().get();
                each.result().ifPresent(result -> session.store(each.id(), result));
                session.progress(done, total);
            }
        } catch (ExecutionException failed) {
            throw rethrow(Objects.requireNonNull(failed.getCause()));
        } finally {
            // After the last task this ends nothing; after a failure or an interrupt it ends what still runs.
            pool.shutdownNow();
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
