package dev.touchstone.events.jobs;

import java.time.Duration;

import org.jboss.logging.Logger;

/** Renews a job's lease three times in its span until closed, and interrupts the worker if another has taken it. */
final class Lease implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Lease.class);

    private final Thread renewer;

    private Lease(Thread renewer) {
        this.renewer = renewer;
    }

    /** Keeps the lease for the calling thread. */
    static Lease keep(Job job, Jobs jobs, Duration span) {
        Thread worker = Thread.currentThread();
        Thread renewer = Thread.ofVirtual().name("lease-" + job.id()).start(() -> {
            try {
                while (true) {
                    Thread.sleep(span.dividedBy(3));
                    if (!renewed(job, jobs)) {
                        worker.interrupt();
                        return;
                    }
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
        return new Lease(renewer);
    }

    /** A database that is away takes no lease from anybody; the fence decides once it is back. */
    private static boolean renewed(Job job, Jobs jobs) {
        try {
            return jobs.renew(job);
        } catch (RuntimeException unavailable) {
            LOG.debugf("lease of job %s not renewed: %s", job.id(), unavailable.toString());
            return true;
        }
    }

    @Override
    public void close() {
        renewer.interrupt();
    }
}
