package dev.touchstone.judge.jury.gold;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.panel.Bench;
import dev.touchstone.judge.jury.panel.Jury;
import dev.touchstone.judge.verdict.JuryConfig;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.ShutdownEvent;

/**
 * Runs calibrations, each on a virtual thread. Concurrency: whoever runs one holds the lock from before it is stored until its
 * end is, so that one runs at a time in all replicas, and one without an end whose lock is free is known to be dead.
 */
@ApplicationScoped
class CalibrationRuns {

    private static final Logger LOG = Logger.getLogger(CalibrationRuns.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Calibrations calibrations;
    /** As many as the budget of an attempt is meant for. */
    private static final int ANSWERS_OF_AN_ATTEMPT = 16;

    private final Bench bench;
    private final JuryConfig config;
    private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();

    CalibrationRuns(Calibrations calibrations, Bench bench, JuryConfig config) {
        this.calibrations = calibrations;
        this.bench = bench;
        this.config = config;
    }

    /**
     * @throws HttpProblem 409 where one runs, 422 for a juror without a seat
     */
    Calibration start(CalibrationWish wish, String by) {
        GoldSet gold = GoldSet.builtIn();
        Jury jury = wish.of(bench.seat(wish.llmJudge(), Math.ceilDiv(gold.answers().size(), ANSWERS_OF_AN_ATTEMPT)));
        CalibrationLock lock = calibrations.tryLock().orElseThrow(CalibrationProblems::running);
        try {
            Calibration begun = calibrations.begin(wish, by);
            Thread thread = Thread.ofVirtual().name("calibration").unstarted(() -> run(begun.id(), gold, jury, lock));
            running.set(thread);
            thread.start();
            return begun;
        } catch (RuntimeException failure) {
            lock.release();
            throw failure;
        }
    }

    private void run(UUID id, GoldSet gold, Jury jury, CalibrationLock lock) {
        try {
            calibrations.complete(id, Calibrating.run(gold, jury, config.policy(), config.longestAnswer()));
        } catch (InterruptedException stopped) {
            end(id, "The service was stopped.");
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "calibration failed id=%s", id);
            end(id, "It could not be carried out; the service's log says why.");
        } finally {
            lock.release();
        }
    }

    /** Where even this fails, the free lock tells that it is over. */
    private void end(UUID id, String reason) {
        try {
            calibrations.fail(id, reason);
        } catch (RuntimeException unavailable) {
            LOG.warnf("calibration's end not stored id=%s: %s", id, unavailable.toString());
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        Thread thread = running.get();
        if (thread != null) {
            thread.interrupt();
            thread.join(LAST_WORDS);
        }
    }
}
