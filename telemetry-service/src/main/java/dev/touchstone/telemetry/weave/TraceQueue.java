package dev.touchstone.telemetry.weave;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Exports that wait, in the order in which they came, bounded in bytes. Concurrency: any thread adds; one takes. What is
 * first stays in the queue, and counts, until it is removed.
 */
final class TraceQueue {

    private final long capacity;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private long bytes;
    /** Whether something was turned away since the first one came to be the first. */
    private boolean crowded;

    TraceQueue(long capacity) {
        this.capacity = capacity;
    }

    /** False where there is no room for it. Never waits. */
    synchronized boolean offer(byte[] export) {
        if (bytes + export.length > capacity) {
            crowded = true;
            return false;
        }
        waiting.addLast(export);
        bytes += export.length;
        notifyAll();
        return true;
    }

    /** Waits for one. */
    synchronized byte[] first() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return waiting.getFirst();
    }

    synchronized void removeFirst() {
        bytes -= waiting.removeFirst().length;
        crowded = false;
    }

    /** Whether the first one, if it cannot be sent, is better given up in favour of newer ones. */
    synchronized boolean isCrowded() {
        return crowded;
    }

    synchronized long bytes() {
        return bytes;
    }
}
