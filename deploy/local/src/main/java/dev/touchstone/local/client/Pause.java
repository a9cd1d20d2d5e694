package dev.touchstone.local.client;

import java.time.Duration;

/** Waits. A port, so that tests of what waits need not. */
public interface Pause {

    void take(Duration time) throws InterruptedException;
}
