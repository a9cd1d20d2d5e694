package dev.touchstone.judge.llm;

import java.time.Duration;

/** How waiting is done, so that a test need not. */
interface Pause {

    void pause(Duration span) throws InterruptedException;
}
