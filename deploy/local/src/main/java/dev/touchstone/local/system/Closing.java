package dev.touchstone.local.system;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * What was started, ended in the opposite order, once. A signal may ask for the end while the start still goes on: what
 * comes too late is ended at once and the start is told.
 */
final class Closing implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Consumer<String> tell;
    private volatile boolean closed;

    Closing(Consumer<String> tell) {
        this.tell = tell;
    }

    /** Whether the end has begun, so that what ends now was meant to. */
    boolean hasBegun() {
        return closed;
    }

    <T extends AutoCloseable> T add(T part) throws StartFailed {
        synchronized (started) {
            if (!closed) {
                started.push(part);
                return part;
            }
        }
        close(part);
        throw new StartFailed("stopped while it was starting");
    }

    /** Waits until all is ended, also when another thread is at it. */
    @Override
    public synchronized void close() {
        synchronized (started) {
            closed = true;
        }
        while (!started.isEmpty()) {
            close(started.pop());
        }
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            tell.accept("could not end a part in order: " + failed);
        }
    }
}
