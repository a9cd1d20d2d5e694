package dev.touchstone.judge.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A juror's place in the queue before its host.
 *
 * @param places of the host, shared by all jurors that ask there
 * @param longest a longer queue is not waited in
 */
record Turn(Rate rate, Semaphore places, Duration longest, Pause pause) {

    /**
     * Who returns from here gives the place back with {@link #leave}.
     *
     * @throws CallFailed if it would be too long
     */
    void enter() throws InterruptedException {
        Optional<Duration> wait = rate.reserve(longest);
        if (wait.isEmpty()) {
            throw new CallFailed("the juror's calls of this minute are used up");
        }
        pause.pause(wait.get());
        if (!places.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new CallFailed("all places at the model's host are taken");
        }
    }

    void leave() {
        places.release();
    }
}
