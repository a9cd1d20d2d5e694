package dev.touchstone.judge.llm;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Waits between the tries of one prompt, as the host asks and within the operator's patience. */
record Waiting(Patience patience, Pause pause, Clock clock) {

    /**
     * @param number of the try that failed, from 1
     * @param retryAfter of the host, null where it named none
     * @throws CallFailed with the reason, if it is time to give up
     */
    void after(int number, String reason, @Nullable String retryAfter) throws InterruptedException {
        Optional<Duration> wait = patience.waitAfter(number, retryAfter, clock);
        if (wait.isEmpty()) {
            throw new CallFailed(reason);
        }
        pause.pause(wait.get());
    }
}
