package dev.touchstone.sandbox.egress;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps a replica from overrunning an agent: so many requests under way to one host and port, so many a second, none
 * while the host wants to be left alone. Who waits longest goes first, whichever review it works for. A gate lives while
 * somebody is at it or it is held; its count of users only changes inside the map's own lock on its key.
 */
@ApplicationScoped
class HostGates {

    private static final int MANY = 1_000;

    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final int concurrency;
    private final Duration spacing;

    HostGates(EgressConfig config) {
        this.concurrency = config.hostConcurrency();
        this.spacing = Duration.ofSeconds(1).dividedBy(config.hostRate());
    }

    /** Waits for its turn; empty if that does not come before the deadline. */
    Optional<Pass> enter(String authority, Deadline deadline) throws InterruptedException {
        Pass pass = new Pass(authority, join(authority));
        try {
            if (pass.take(deadline)) {
                return Optional.of(pass);
            }
        } catch (InterruptedException stopped) {
            pass.close();
            throw stopped;
        }
        pass.close();
        return Optional.empty();
    }

    /** Lets nobody in for so long; who is in stays. */
    void holdBack(String authority, Duration wait) {
        gates.compute(authority, (key, gate) -> {
            Gate held = gate == null ? new Gate(concurrency) : gate;
            held.holdBack(wait);
            return held;
        });
    }

    private Gate join(String authority) {
        if (gates.size() > MANY) {
            gates.keySet().forEach(this::forgetIfIdle);
        }
        return gates.compute(authority, (key, gate) -> (gate == null ? new Gate(concurrency) : gate).joined());
    }

    private void forgetIfIdle(String authority) {
        gates.computeIfPresent(authority, (key, gate) -> gate.isIdle() ? null : gate);
    }

    /** The right to send one request. */
    final class Pass implements AutoCloseable {

        private final String authority;
        private final Gate gate;
        private boolean taken;

        private Pass(String authority, Gate gate) {
            this.authority = authority;
            this.gate = gate;
        }

        private boolean take(Deadline deadline) throws InterruptedException {
            taken = gate.permits.tryAcquire(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
            if (!taken) {
                return false;
            }
            Duration wait = gate.reserve(spacing);
            boolean inTime = deadline.leavesRoomFor(wait);
            if (inTime) {
                Thread.sleep(wait);
            }
            return inTime;
        }

        @Override
        public void close() {
            if (taken) {
                gate.permits.release();
            }
            gates.computeIfPresent(authority, (key, left) -> left.left().isIdle() ? null : left);
        }
    }

    private static final class Gate {

        private final Semaphore permits;
        private int users;
        private long next = System.nanoTime();

        Gate(int concurrency) {
            this.permits = new Semaphore(concurrency, true);
        }

        Gate joined() {
            users++;
            return this;
        }

        Gate left() {
            users--;
            return this;
        }

        synchronized boolean isIdle() {
            return users == 0 && next - System.nanoTime() <= 0;
        }

        synchronized void holdBack(Duration wait) {
            long until = System.nanoTime() + wait.toNanos();
            next = until - next > 0 ? until : next;
        }

        /** Takes the next free moment and answers how far away it is. */
        synchronized Duration reserve(Duration spacing) {
            long now = System.nanoTime();
            long turn = next - now > 0 ? next : now;
            next = turn + spacing.toNanos();
            return Duration.ofNanos(turn - now);
        }
    }
}
