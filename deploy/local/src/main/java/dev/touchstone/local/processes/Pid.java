package dev.touchstone.local.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process, also after its number was given to another one.
 *
 * @param started as the operating system tells
 */
public record Pid(long number, Instant started) {

    /** The operating system computes start times from its uptime; the clock may be set in between. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    public static Pid of(ProcessHandle process) {
        return new Pid(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    public static Pid ownOne() {
        return of(ProcessHandle.current());
    }

    /** The process if it still runs. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(number).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    public boolean isAlive() {
        return process().isPresent();
    }

    private boolean isSame(ProcessHandle process) {
        return Duration.between(of(process).started, started).abs().compareTo(TOLERANCE) <= 0;
    }
}
