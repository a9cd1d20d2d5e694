package dev.touchstone.events.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.events.outbox.ReviewSpan;
import dev.touchstone.events.outbox.Trace;
import dev.touchstone.events.outbox.WakeUp;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Claims jobs and runs their work, each on a virtual thread of its own. Concurrency: a claim belongs to one worker, who
 * renews its lease from a second thread; whoever finds the lease lost interrupts the work, and the fence keeps late
 * writes out.
 */
@ApplicationScoped
public class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    /** Another worker took what was due; asking again at once would only spin. */
    private static final Duration LEAST_WAIT = Duration.ofMillis(50);
    private static final String STARTED_ITEM = "started";

    private final Jobs jobs;
    private final Outbox outbox;
    private final WakeUp wakeUp;
    private final Clock clock;
    private final DeliveryConfig config;
    private final Leases leases;
    private final Map<Stage, Work> work = new EnumMap<>(Stage.class);
    private final Semaphore free;
    private final String name;
    private final ThreadGroupOfWorkers running = new ThreadGroupOfWorkers();
    private final Thread dispatcher = Thread.ofVirtual().name("job-dispatcher").unstarted(this::dispatch);

    Workers(Jobs jobs, Outbox outbox, WakeUp wakeUp, WorkersSetup setup, @All List<Work> work) {
        this.jobs = jobs;
        this.outbox = outbox;
        this.wakeUp = wakeUp;
        this.clock = setup.clock();
        this.config = setup.config();
        this.leases = new Leases(jobs, wakeUp, config.lease());
        this.free = new Semaphore(config.workers());
        this.name = config.service() + "/" + UUID.randomUUID();
        work.forEach(each -> this.work.put(each.stage(), each));
    }

    void start(@Observes StartupEvent event) {
        if (!work.isEmpty()) {
            leases.start();
            dispatcher.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        dispatcher.interrupt();
        running.interruptAndJoin(Duration.ofSeconds(5));
        leases.stop();
    }

    private void dispatch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                free.acquire();
                Optional<Job> job = claim();
                if (job.isPresent()) {
                    running.start("job-" + job.get().id(), () -> run(job.get()));
                } else {
                    free.release();
                    wakeUp.await("job", untilNextDue());
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private Optional<Job> claim() {
        try {
            return jobs.claim(name);
        } catch (RuntimeException unavailable) {
            LOG.warnf("no job can be claimed, trying again: %s", unavailable.toString());
            return Optional.empty();
        }
    }

    private Duration untilNextDue() {
        try {
            Duration wait = jobs.nextDue().map(due -> Duration.between(clock.instant(), due)).orElse(config.pollInterval());
            return shorter(wait.isPositive() ? wait.plusMillis(1) : LEAST_WAIT, config.pollInterval());
        } catch (RuntimeException unavailable) {
            return config.retryWait();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void run(Job job) {
        Context parent = Trace.resumed(job.traceparent());
        Span span = ReviewSpan.start("job " + job.request().stage().key(), job.request(), parent);
        try (Scope trace = parent.with(span).makeCurrent();
                Lease lease = leases.keep(job)) {
            LOG.infof("job stage=%s submission=%s attempt=%d try=%d", job.request().stage().key(),
                    job.request().submissionId(), job.request().attempt(), job.tries());
            if (job.tries() > config.maxTries()) {
                // The tries before ended with their process: what kills a worker must not kill the next one for ever.
                report(job);
                return;
            }
            LeasedSession session = new LeasedSession(job, jobs, outbox, clock);
            if (session.stored(STARTED_ITEM).isEmpty()) {
                session.store(STARTED_ITEM, "", EventDraft.after(job.request(), new Started()));
            }
            session.end(workFor(job).run(job.request(), session));
        } catch (LeaseLost lost) {
            LOG.warnf("job %s is no longer this worker's: another has it, or it was stopped", job.id());
        } catch (InterruptedException stopped) {
            giveBack(job, Duration.ZERO, false);
        } catch (Throwable failure) {
            // An error too, as of a native library that does not load: uncaught it would be tried again for ever.
            ReviewSpan.fail(span, failure);
            failed(job, failure);
        } finally {
            span.end();
            free.release();
            wakeUp.wake("job");
        }
    }

    private Work workFor(Job job) {
        Work found = work.get(job.request().stage());
        if (found == null) {
            throw new IllegalStateException("nothing here carries out " + job.request().stage().key());
        }
        return found;
    }

    private void failed(Job job, Throwable failure) {
        if (Thread.currentThread().isInterrupted()) {
            giveBack(job, Duration.ZERO, false);
        } else if (job.tries() < config.maxTries()) {
            LOG.warnf("job %s failed, try %d of %d: %s", job.id(), job.tries(), config.maxTries(), failure.toString());
            giveBack(job, backoff(job.tries()), true);
        } else {
            LOG.errorf(failure, "job %s failed for good", job.id());
            report(job);
        }
    }

    private Duration backoff(int tries) {
        return shorter(config.retryWait().multipliedBy(1L << Math.min(tries - 1, 16)), LONGEST_WAIT);
    }

    private void giveBack(Job job, Duration wait, boolean spent) {
        // The interrupt has been heard; the release must still get through.
        boolean interrupted = Thread.interrupted();
        try {
            jobs.release(job, wait, spent);
        } catch (RuntimeException unavailable) {
            LOG.warnf("job %s not given back, its lease will run out: %s", job.id(), unavailable.toString());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void report(Job job) {
        Failed failed = Failed.unmeasured("internal_error", List.of("The stage could not be carried out; it was tried "
                + config.maxTries() + " times."), true);
        try {
            Blocking.inTransaction(() -> jobs.end(job).chain(() -> outbox.emit(EventDraft.after(job.request(), failed))));
        } catch (RuntimeException unavailable) {
            LOG.warnf("job %s not reported, its lease will run out: %s", job.id(), unavailable.toString());
        }
    }

    /** Running workers, so that a shutdown can end them. */
    private static final class ThreadGroupOfWorkers {

        private final java.util.Set<Thread> threads = java.util.concurrent.ConcurrentHashMap.newKeySet();

        void start(String name, Runnable task) {
            Thread thread = Thread.ofVirtual().name(name).unstarted(() -> {
                try {
                    task.run();
                } finally {
                    threads.remove(Thread.currentThread());
                }
            });
            threads.add(thread);
            thread.start();
        }

        void interruptAndJoin(Duration atMost) throws InterruptedException {
            threads.forEach(Thread::interrupt);
            long deadline = System.nanoTime() + atMost.toNanos();
            for (Thread thread : threads) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            }
        }
    }
}
