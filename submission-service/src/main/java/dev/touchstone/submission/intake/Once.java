package dev.touchstone.submission.intake;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.Submissions;

/** Carries a request out once for each key, on the caller's virtual thread. */
@ApplicationScoped
class Once {

    private static final Logger LOG = Logger.getLogger(Once.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private final IdempotencyKeys keys;
    private final Submissions submissions;
    private final IntakeConfig config;

    Once(IdempotencyKeys keys, Submissions submissions, IntakeConfig config) {
        this.keys = keys;
        this.submissions = submissions;
        this.config = config;
    }

    /**
     * @param work only called for the first request
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 where the key came with another request, 409 where the first
     *         one does not end in time
     */
    Receipt carryOut(String organizationId, String key, String digest, Function<Claim.Mine, Receipt> work) {
        return switch (claim(organizationId, key, digest)) {
            case Claim.Mine mine -> carryOut(mine, work);
            case Claim.Answered(UUID submissionId) -> new Receipt.Repeated(submission(submissionId));
            case Claim.Busy ignored -> throw Problems.keyInUse();
            case Claim.Reused ignored -> throw Problems.keyReused();
        };
    }

    /** Waits for a request that is being carried out: its answer is better than being told to come again. */
    private Claim claim(String organizationId, String key, String digest) {
        long deadline = System.nanoTime() + config.idempotency().patience().toNanos();
        Duration pause = FIRST_PAUSE;
        Claim claim = Blocking.inTransaction(() -> keys.claim(organizationId, key, digest));
        while (claim instanceof Claim.Busy && System.nanoTime() < deadline && rested(pause)) {
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            claim = Blocking.inTransaction(() -> keys.claim(organizationId, key, digest));
        }
        return claim;
    }

    private static boolean rested(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A claim is given back whatever the reason: were it kept, the mended request would be told that its key is used. */
    private Receipt carryOut(Claim.Mine mine, Function<Claim.Mine, Receipt> work) {
        boolean done = false;
        try {
            Receipt receipt = work.apply(mine);
            done = true;
            return receipt;
        } finally {
            if (!done) {
                release(mine);
            }
        }
    }

    private void release(Claim.Mine mine) {
        try {
            Blocking.inTransaction(() -> keys.release(mine));
        } catch (RuntimeException away) {
            // The client is told why its request failed, not this: the claim runs out by itself.
            LOG.warnf("idempotency key not released reason=%s", away.toString());
        }
    }

    private Submission submission(UUID id) {
        return Blocking.inTransaction(() -> submissions.find(id)
                .onItem().ifNull().failWith(() -> new IllegalStateException("A key leads to a submission that is not there")));
    }
}
