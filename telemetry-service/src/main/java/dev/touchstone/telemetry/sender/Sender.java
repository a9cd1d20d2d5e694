package dev.touchstone.telemetry.sender;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.outbox.WakeUp;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.Runs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/**
 * Claims the runs for which something is due and has each advanced by one step. Between steps a run belongs to nobody, and a
 * thousand waiting reviews cost no thread.
 */
@ApplicationScoped
class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);
    static final String ROWS = "wandb_row";
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);
    private static final Duration SHUTDOWN = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration GIVING_BACK = Duration.ofSeconds(2);

    private final Runs runs;
    private final Advancing advancing;
    private final Presence presence;
    private final WakeUp wakeUp;
    private final SenderSetup setup;
    private final Semaphore free;
    private volatile boolean stopping;
    private final Thread dispatcher = Thread.ofVirtual().name("run-dispatcher").unstarted(this::dispatch);

    Sender(Runs runs, Advancing advancing, Presence presence, WakeUp wakeUp, SenderSetup setup) {
        this.runs = runs;
        this.advancing = advancing;
        this.presence = presence;
        this.wakeUp = wakeUp;
        this.setup = setup;
        this.free = new Semaphore(setup.config().concurrency());
    }

    void start(@Observes StartupEvent event) {
        presence.start(advancing::breakOff, () -> wakeUp.wake(ROWS));
        dispatcher.start();
    }

    /** What is due is still sent. The runs of steps that take too long are given back. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wakeUp.wake(ROWS);
        dispatcher.join(SHUTDOWN);
        dispatcher.interrupt();
        advancing.breakOff();
        // Aside and not waited for long: the database may be away as well.
        Thread.ofVirtual().start(this::resign).join(GIVING_BACK);
    }

    private void resign() {
        try {
            LOG.infof("sender stopped runs-given-back=%d", presence.resign());
        } catch (RuntimeException unavailable) {
            LOG.warnf("lease left to run out: %s", unavailable.toString());
        }
    }

    private void dispatch() {
        try {
            boolean awake = false;
            while (!stopping) {
                awake = awake || wakeWaiting();
                free.acquire();
                if (!claimed(runs::claim)) {
                    free.release();
                    wakeUp.await(ROWS, untilNextDue());
                }
            }
            flush();
        } catch (InterruptedException stopped) {
            LOG.debug("the dispatcher was stopped");
        }
    }

    /** Rows that wait for others to go with, or for their turn, go now; the rest is for whoever comes next. */
    private void flush() throws InterruptedException {
        presence.leave();
        Instant soon = setup.clock().instant().plus(SOON);
        boolean more = true;
        while (more) {
            free.acquire();
            if (!claimed(owner -> runs.claimUnsent(owner, soon))) {
                free.release();
                more = !advancing.isIdle();
                wakeUp.await(ROWS, SHORTEST_WAIT);
            }
        }
    }

    private boolean wakeWaiting() {
        try {
            boolean alone = presence.isAlone();
            Blocking.inTransaction(() -> (alone ? runs.doubt() : Uni.createFrom().item(0))
                    .chain(() -> runs.wake(!setup.hasKey())));
            return true;
        } catch (RuntimeException unavailable) {
            return unavailable(unavailable);
        }
    }

    /** A replica that may be taken for dead claims nothing. */
    private boolean claimed(Function<String, Uni<Optional<ClaimedRun>>> claim) {
        String owner = presence.owner();
        if (!presence.holds(owner)) {
            return false;
        }
        try {
            Optional<ClaimedRun> run = Blocking.inTransaction(() -> claim.apply(owner));
            run.ifPresent(claimed -> advancing.advance(claimed, owner, this::advanced));
            return run.isPresent();
        } catch (RuntimeException unavailable) {
            return unavailable(unavailable);
        }
    }

    private void advanced() {
        free.release();
        wakeUp.wake(ROWS);
    }

    private Duration untilNextDue() {
        Duration longest = setup.config().pollInterval();
        if (!presence.isAlive()) {
            return longest.compareTo(setup.config().lease().dividedBy(4)) < 0 ? longest
                    : setup.config().lease().dividedBy(4);
        }
        try {
            Optional<Instant> due = Blocking.inTransaction(runs::nextDue);
            Duration wait = due.map(next -> Duration.between(setup.clock().instant(), next)).orElse(longest);
            // What is due by now was claimed by another replica a moment ago.
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
}
