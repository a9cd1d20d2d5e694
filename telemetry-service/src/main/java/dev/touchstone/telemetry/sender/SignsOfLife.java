package dev.touchstone.telemetry.sender;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.outbox.WakeUp;
import dev.touchstone.telemetry.run.ClaimedRun;
import dev.touchstone.telemetry.run.IdleRuns;
import dev.touchstone.telemetry.run.IdleRuns.IdleRun;
import dev.touchstone.telemetry.run.LeaseLost;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.filestream.FileStream.Feedback;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Keeps the runs of waiting reviews alive: a few at a time in two statements, a little before each is due. One that is
 * answered with anything but yes is settled like any other step, and goes on from there by itself.
 */
@ApplicationScoped
class SignsOfLife {

    private static final Logger LOG = Logger.getLogger(SignsOfLife.class);
    private static final int AT_ONCE = 200;
    /** A heartbeat comes early by this part of its interval at most, so that many come together. */
    private static final int PART = 6;

    private final IdleRuns idle;
    private final RunWriter writer;
    private final Settling settling;
    private final Presence presence;
    private final WakeUp wakeUp;
    private final SenderSetup setup;
    private final Semaphore free;
    private volatile boolean stopping;
    private final Thread thread = Thread.ofVirtual().name("run-heartbeats").unstarted(this::loop);

    SignsOfLife(IdleRuns idle, RunWriter writer, Settling settling, Presence presence, WakeUp wakeUp,
            SenderSetup setup) {
        this.idle = idle;
        this.writer = writer;
        this.settling = settling;
        this.presence = presence;
        this.wakeUp = wakeUp;
        this.setup = setup;
        this.free = new Semaphore(setup.config().concurrency());
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        thread.interrupt();
    }

    private void loop() {
        while (!stopping) {
            try {
                if (!beat()) {
                    Thread.sleep(setup.config().heartbeat().dividedBy(PART));
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException unavailable) {
                LOG.warnf("heartbeats wait: %s", unavailable.toString());
                if (!rested()) {
                    return;
                }
            }
        }
    }

    private boolean rested() {
        try {
            Thread.sleep(setup.config().heartbeat().dividedBy(PART));
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    /** Returns whether there may be more to do at once. */
    private boolean beat() throws InterruptedException {
        String owner = presence.owner();
        if (!presence.holds(owner) || !setup.hasKey()) {
            return false;
        }
        Instant soon = setup.clock().instant().plus(setup.config().heartbeat().dividedBy(PART));
        return new Round(owner, idle.claim(owner, soon, AT_ONCE)).run();
    }

    /** The runs of one claim. */
    private final class Round {

        private final String owner;
        private final List<IdleRun> due;
        private final Queue<IdleRun> alive = new ConcurrentLinkedQueue<>();
        private final Queue<IdleRun> unknown = new ConcurrentLinkedQueue<>();
        private final CountDownLatch all;

        Round(String owner, List<IdleRun> due) {
            this.owner = owner;
            this.due = due;
            this.all = new CountDownLatch(due.size());
        }

        /** Returns whether there may be more: not where nobody was heard, or the same runs would be asked for at once. */
        boolean run() throws InterruptedException {
            for (IdleRun run : due) {
                free.acquire();
                Thread.ofVirtual().name("beat-" + run.wandbId()).start(() -> beat(run));
            }
            all.await();
            Instant now = setup.clock().instant();
            if (!alive.isEmpty()) {
                presence.insist(owner, () -> idle.alive(owner, List.copyOf(alive), now, setup.config().heartbeat()));
            }
            if (!unknown.isEmpty()) {
                presence.insist(owner, () -> idle.giveBack(owner, List.copyOf(unknown)));
            }
            if (!due.isEmpty()) {
                // While a run was held for its heartbeat, the sender passed over what came for it.
                wakeUp.wake(Sender.ROWS);
            }
            return due.size() == AT_ONCE && !alive.isEmpty();
        }

        private void beat(IdleRun run) {
            try {
                if (!writer.mayBeat(run)) {
                    unknown.add(run);
                    return;
                }
                Answer<Feedback> answer = writer.beat(run);
                if (writer.isAlive(run, answer)) {
                    alive.add(run);
                } else {
                    settle(run, answer);
                }
            } catch (LeaseLost lost) {
                LOG.infof("run of submission=%s went to another writer", run.submissionId());
            } catch (InterruptedException stopped) {
                unknown.add(run);
            } catch (RuntimeException failure) {
                LOG.warnf("heartbeat of submission=%s not settled: %s", run.submissionId(), failure.toString());
                unknown.add(run);
            } finally {
                free.release();
                all.countDown();
            }
        }

        private void settle(IdleRun run, Answer<Feedback> answer) throws InterruptedException {
            Optional<ClaimedRun> loaded = idle.load(run);
            if (loaded.isPresent()) {
                settling.settle(loaded.get(), writer.heard(loaded.get(), answer));
            }
        }
    }
}
