package dev.touchstone.local.wandb.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A run's course: when it was heard of, whether it ended and how. */
public final class RunLife {

    private final Instant createdAt;
    private Instant lastSeen;
    private @Nullable Integer exitCode;
    private @Nullable RunState setState;
    /** It ended and was not announced again since. */
    private boolean closed;
    private boolean preempting;
    private boolean stopped;
    private int heartbeats;
    private int requests;

    RunLife(Instant now) {
        this.createdAt = now;
        this.lastSeen = now;
    }

    synchronized void announced(Instant now) {
        lastSeen = now;
        closed = false;
    }

    /** @param shared whether several write the run: what the others say after its end does not open it again */
    synchronized void spoke(FileStreamRequest request, boolean shared, Instant now) {
        lastSeen = now;
        requests++;
        heartbeats += request.isHeartbeat() ? 1 : 0;
        if (shared && exitCode != null && request.exitCode() == null) {
            return;
        }
        preempting = request.preempting();
        setState = null;
        // Whoever goes on speaking after the end has resumed the run.
        exitCode = request.exitCode();
        closed = exitCode != null;
    }

    public synchronized void stop() {
        stopped = true;
    }

    /** @return false where the service does not allow it: to pending from what is not finished, to failed from what goes on */
    public synchronized boolean set(RunState wanted, RunState from) {
        boolean allowed = switch (wanted) {
            case PENDING -> from != RunState.FINISHED && from != RunState.PENDING;
            case FAILED -> from == RunState.PENDING || from == RunState.RUNNING;
            case RUNNING, PREEMPTING, PREEMPTED, FINISHED, CRASHED -> false;
        };
        setState = allowed ? wanted : setState;
        return allowed;
    }

    public synchronized RunState state(Instant now, Duration silence) {
        if (exitCode != null) {
            return Optional.ofNullable(setState).orElse(exitCode == 0 ? RunState.FINISHED : RunState.FAILED);
        }
        if (setState != null) {
            return setState;
        }
        boolean silent = now.isAfter(lastSeen.plus(silence));
        if (preempting) {
            return silent ? RunState.PREEMPTED : RunState.PREEMPTING;
        }
        return silent ? RunState.CRASHED : RunState.RUNNING;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public synchronized Instant lastSeen() {
        return lastSeen;
    }

    public synchronized @Nullable Integer exitCode() {
        return exitCode;
    }

    synchronized boolean closed() {
        return closed;
    }

    public synchronized boolean stopped() {
        return stopped;
    }

    public synchronized int heartbeats() {
        return heartbeats;
    }

    /** File stream requests, heartbeats included. */
    public synchronized int requests() {
        return requests;
    }
}
