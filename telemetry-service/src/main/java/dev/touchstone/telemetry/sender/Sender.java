package dev.touchstone.telemetry.sender;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.outbox.WakeUp;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.LeaseLost;
import dev.touchstone.telemetry.run.Runs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Claims the runs for which something is due and advances each by one step on a virtual thread of its own. Concurrency:
 * a claim belongs to one thread of one replica; its fence keeps out what a writer says after it has lost the run. A
 * claim lasts longer than a request may take, so it need not be renewed; between steps a run belongs to nobody, and a
 * thousand waiting reviews cost no thread.
 */
@ApplicationScoped
class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final String ROWS = "wandb_row";
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);
    private static final Duration SHUTDOWN = Duration.ofSeconds(5);
    private static final Duration GIVING_BACK = Duration.ofSeconds(2);

    private final Runs runs;
    private final RunWriter writer;
    private final Settling settling;
    private final WakeUp wakeUp;
    private final SenderSetup setup;
    private final Semaphore free;
    private final String name = "telemetry/" + UUID.randomUUID();
    private final Set<Thread> writing = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private final Thread dispatcher = Thread.ofVirtual().name("run-dispatcher").unstarted(this::dispatch);

    Sender(Runs runs, RunWriter writer, Settling settling, WakeUp wakeUp, SenderSetup setup) {
        this.runs = runs;
        this.writer = writer;
        this.settling = settling;
        this.wakeUp = wakeUp;
        this.setup = setup;
        this.free = new Semaphore(setup.config().concurrency());
    }

    /** In whose name this replica holds runs. */
    String name() {
        return name;
    }

    void start(@Observes StartupEvent event) {
        dispatcher.start();
    }

    /** Steps are short: they are let to their end. The runs of those that take long nevertheless are given back. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wakeUp.wake(ROWS);
        Instant deadline = setup.clock().instant().plus(SHUTDOWN);
        end(dispatcher, deadline);
        for (Thread thread : writing) {
            end(thread, deadline);
        }
        // Aside and not waited for long: the database may be away as well.
        Thread.ofVirtual().start(this::giveBack).join(GIVING_BACK);
    }

    private void giveBack() {
        try {
            int left = Blocking.inTransaction(() -> runs.giveBack(name));
            LOG.infof("sender stopped runs-given-back=%d", left);
        } catch (RuntimeException unavailable) {
            LOG.warnf("leases left to run out: %s", unavailable.toString());
        }
    }

    private void end(Thread thread, Instant deadline) throws InterruptedException {
        Duration left = Duration.between(setup.clock().instant(), deadline);
        if (!thread.join(left.isPositive() ? left : Duration.ofMillis(1))) {
            thread.interrupt();
        }
    }

    private void dispatch() {
        boolean awake = false;
        while (!stopping) {
            try {
                awake = awake || wakeAll();
                free.acquire();
                Optional<ClaimedRun> run = claim();
                if (run.isPresent()) {
                    advanceAside(run.get());
                } else {
                    free.release();
                    wakeUp.await(ROWS, untilNextDue());
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private boolean wakeAll() {
        try {
            Blocking.inTransaction(runs::wakeAll);
            return true;
        } catch (RuntimeException unavailable) {
            return unavailable(unavailable);
        }
    }

    private Optional<ClaimedRun> claim() {
        try {
            return Blocking.inTransaction(() -> runs.claim(name, setup.config().lease()));
        } catch (RuntimeException unavailable) {
            unavailable(unavailable);
            return Optional.empty();
        }
    }

    private Duration untilNextDue() {
        Duration longest = setup.config().pollInterval();
        try {
            Optional<Instant> due = Blocking.inTransaction(runs::nextDue);
            Duration wait = due.map(next -> Duration.between(setup.clock().instant(), next)).orElse(longest);
            // A run that is due but cannot be claimed is in another replica's hands; a little patience avoids spinning.
            return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait.compareTo(longest) > 0 ? longest : wait;
        } catch (RuntimeException unavailable) {
            unavailable(unavailable);
            return longest;
        }
    }

    private static boolean unavailable(RuntimeException failure) {
        LOG.warnf("no run can be claimed, trying again: %s", failure.toString());
        return false;
    }

    private void advanceAside(ClaimedRun run) {
        Thread thread = Thread.ofVirtual().name("run-" + run.run().review().wandbRun().runId()).unstarted(() -> {
            try {
                advance(run);
            } finally {
                writing.remove(Thread.currentThread());
                free.release();
                wakeUp.wake(ROWS);
            }
        });
        writing.add(thread);
        thread.start();
    }

    private void advance(ClaimedRun run) {
        UUID submission = run.run().review().submissionId();
        try {
            settling.settle(run, writer.advance(run));
        } catch (LeaseLost lost) {
            LOG.warnf("run of submission=%s went to another writer", submission);
        } catch (InterruptedException stopped) {
            LOG.infof("run of submission=%s left where it was", submission);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "run of submission=%s not advanced; its lease will run out", submission);
        }
    }
}
