package dev.touchstone.events.jobs;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.touchstone.events.outbox.WakeUp;

/**
 * The leases that this replica holds. Concurrency: each is renewed by a thread of its own; one more looks after all of them
 * as soon as somebody, on any replica, has stopped work. A notice that is lost costs a third of a lease's span.
 */
final class Leases {

    private final Jobs jobs;
    private final WakeUp wakeUp;
    private final Duration span;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private final Thread watcher = Thread.ofVirtual().name("stopped-jobs").unstarted(this::watch);

    Leases(Jobs jobs, WakeUp wakeUp, Duration span) {
        this.jobs = jobs;
        this.wakeUp = wakeUp;
        this.span = span;
    }

    void start() {
        watcher.start();
    }

    void stop() {
        watcher.interrupt();
    }

    /** Keeps the job for the calling thread, which is interrupted once it is no longer its own. */
    Lease keep(Job job) {
        Lease lease = Lease.keep(job, jobs, span, held::remove);
        held.add(lease);
        // It may have been stopped since it was claimed, when nobody listened for it yet.
        lease.look();
        return lease;
    }

    private void watch() {
        try {
            while (true) {
                wakeUp.await(Stops.NOTICE, span);
                held.forEach(Lease::look);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
