package dev.touchstone.telemetry.sender;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.LeaseLost;
import dev.touchstone.telemetry.run.Runs;

/**
 * Advances claimed runs, each by one step on a virtual thread of its own. A claim belongs to one thread; its fence keeps out
 * what a writer says after it has lost the run.
 */
@ApplicationScoped
class Advancing {

    private static final Logger LOG = Logger.getLogger(Advancing.class);

    private final Runs runs;
    private final RunWriter writer;
    private final Settling settling;
    private final Presence presence;
    private final Set<Thread> writing = ConcurrentHashMap.newKeySet();

    Advancing(Runs runs, RunWriter writer, Settling settling, Presence presence) {
        this.runs = runs;
        this.writer = writer;
        this.settling = settling;
        this.presence = presence;
    }

    /**
     * @param owner in whose name the run was claimed
     * @param done called at the end, whatever came of it
     */
    void advance(ClaimedRun run, String owner, Runnable done) {
        Thread thread = Thread.ofVirtual().name("run-" + run.run().review().wandbRun().runId()).unstarted(() -> {
            try {
                advance(run, owner);
            } finally {
                writing.remove(Thread.currentThread());
                done.run();
            }
        });
        writing.add(thread);
        thread.start();
    }

    /** Whatever is being sent is broken off. */
    void breakOff() {
        writing.forEach(Thread::interrupt);
    }

    boolean isIdle() {
        return writing.isEmpty();
    }

    private void advance(ClaimedRun run, String owner) {
        UUID submission = run.run().review().submissionId();
        try {
            if (presence.holds(owner)) {
                settling.settle(run, writer.advance(run));
            }
        } catch (LeaseLost lost) {
            LOG.warnf("run of submission=%s went to another writer", submission);
        } catch (InterruptedException stopped) {
            LOG.infof("run of submission=%s left where it was", submission);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "run of submission=%s not advanced, given back", submission);
            presence.insist(owner, () -> Blocking.inTransaction(() -> runs.release(run)));
        }
    }
}
